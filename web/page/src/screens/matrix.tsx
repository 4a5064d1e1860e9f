// All that is entered, open to "what if"; and how answers come about.

import { Heads, Table } from "../parts/table";
import type { Lint, Show } from "../answers/answers";
import { entriesOf, type ListedEntry } from "../case/entries";
import { counted, firmnessText } from "../case/words";
import { AcceptsLess } from "../parts/accepts-less";
import { EntryEditor } from "../parts/entry-editor";
import { Cell, MatrixGrid } from "../parts/matrix-grid";
import { More } from "../parts/more";
import { Changes, Identity, Words } from "../parts/method";
import { PartyName } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { BasisTag } from "../parts/tags";
import { Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { enteredShow, known } from "../state/asking";
import { evidenceQuestion } from "../state/questions";
import { portionOf } from "../state/portions";
import { setsOf } from "../state/scenario";

function Filters({ model, names, dispatch }: ScreenProps) {
  const pick = (views: Partial<ScreenProps["model"]["views"]>) => dispatch({ kind: "view", views });
  const value = (event: Event) => (event.currentTarget as HTMLSelectElement).value;
  return (
    <div class="tools">
      <label>
        Party
        <select value={model.views.matrixParty} onChange={(event) => pick({ matrixParty: value(event) })}>
          <option value="">all</option>
          {names.show.parties.map((party) => (
            <option value={party.id}>{party.name}</option>
          ))}
        </select>
      </label>
      <label>
        Stress what is
        <select value={model.views.matrixBasis} onChange={(event) => pick({ matrixBasis: value(event) })}>
          <option value="">anything</option>
          <option value="reported">reported</option>
          <option value="inferred">inferred</option>
          <option value="assumed">assumed</option>
        </select>
      </label>
      <span class="legend">
        <BasisTag basis="reported" /> <BasisTag basis="inferred" /> <BasisTag basis="assumed" />
      </span>
    </div>
  );
}

function Others({ entries, ...props }: ScreenProps & { entries: ListedEntry[] }) {
  const { names, model, dispatch } = props;
  const shown = entries.filter((entry) => model.views.matrixParty === "" || entry.party === model.views.matrixParty);
  if (shown.length === 0) {
    return <p>None.</p>;
  }
  return (
    <>
      <Table label="Other entries" head={<Heads texts={["Whose", "Entry", "as entered", "firmness"]} />}>
        {portionOf(model, "others", shown).map((entry) => (
          <tr>
            <th scope="row">{entry.party === null ? "the plan" : <PartyName names={names} id={entry.party} />}</th>
            <td>
              <T>{names.entry(entry.entry)}</T>
              <AcceptsLess address={entry.entry} names={names} />
            </td>
            <Cell entry={entry} label={names.entry(entry.entry)} names={names} model={model} dispatch={dispatch} />
            <td>{entry.kind === "limit" || entry.firmness !== null ? firmnessText(entry.firmness) : "–"}</td>
          </tr>
        ))}
      </Table>
      <More {...props} list="others" count={shown.length} what="entries" />
    </>
  );
}

function Weak({ lint, names, ...more }: ScreenProps & { lint: Lint }) {
  return lint.one_sided.length === 0 ? null : (
    <details>
      <summary>{counted(lint.one_sided.length, "entry rests", "entries rest")} on weak voices alone</summary>
      <ul>
        {portionOf(more.model, "weak", lint.one_sided).map((each) => (
          <li>
            <T>{typeof each === "string" ? names.entry(each) : names.entry(each.entry)}</T>
          </li>
        ))}
      </ul>
      <More {...more} list="weak" count={lint.one_sided.length} what="entries" />
    </details>
  );
}

function Gaps({ lint, ...props }: ScreenProps & { lint: Lint }) {
  return (
    <Section id="gaps" title="What the file lacks">
      <p>
        {counted(lint.without_statement.length, "entry", "entries")} of {lint.entries} with no statement under them.
        {lint.gaps.length === 0 && " No weight, rating or no-agreement value is missing."}
      </p>
      {lint.gaps.length > 0 && (
        <ul>
          {portionOf(props.model, "gaps", lint.gaps).map((gap) => (
            <li>
              <T>{gap.text}</T>
            </li>
          ))}
        </ul>
      )}
      <More {...props} list="gaps" count={lint.gaps.length} what="gaps" />
      <Weak {...props} lint={lint} />
    </Section>
  );
}

/// An entry that the reader has set keeps what was said of it as entered.
function withStatements(show: Show, model: ScreenProps["model"]): ListedEntry[] {
  const sets = setsOf(model.scenario);
  const entered = new Map(entriesOf(enteredShow(model)).map((entry) => [entry.entry, entry.statements]));
  return entriesOf(show).map((entry) =>
    sets[entry.entry] === undefined ? entry : { ...entry, statements: entered.get(entry.entry) ?? [] },
  );
}

export function MatrixScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const all = withStatements(names.show, model);
  const byAddress = new Map(all.map((entry) => [entry.entry, entry]));
  const open = byAddress.get(model.views.editing ?? "");
  const lint = known<Lint>(model, evidenceQuestion(model, "lint"));
  const editor = open && <EntryEditor key={open.entry} {...props} entry={open} />;
  return (
    <>
      <p class="note">
        Every entry of the file. Choose one to read where it comes from and to try another value; the whole page
        follows.
      </p>
      <Section id="changes" title="What you changed">
        <Changes {...props} />
      </Section>
      <Section id="entries" title="Entries">
        <Filters {...props} />
        <MatrixGrid {...props} entries={byAddress} />
        {open?.issue !== null && editor}
      </Section>
      <Section id="others" title="Without agreement, limits, rules, combinations">
        <Others {...props} entries={all.filter((entry) => entry.issue === null)} />
        {open?.issue === null && editor}
      </Section>
      <Words names={names} />
      <Wait model={model} dispatch={dispatch} known={lint} what="what the file lacks" />
      {lint.latest && (
        <Below known={lint}>
          <Gaps {...props} lint={lint.latest} />
        </Below>
      )}
      <Identity {...props} />
    </>
  );
}
