// The ledger of what was said, with what hangs on it; and what contradicts what.

import { Heads, Table } from "../parts/table";
import type { Quantity, Sources, Statement } from "../answers/answers";
import type { Names } from "../case/names";
import { filtered } from "../case/ledger";
import { isOwnWords } from "../case/own-words";
import { counted } from "../case/words";
import { More } from "../parts/more";
import type { ScreenProps } from "../parts/props";
import { Quote } from "../parts/quote";
import { Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { known } from "../state/asking";
import type { Views } from "../state/model";
import { portionOf } from "../state/portions";
import { allSourcesQuestion } from "../state/questions";

function Select(props: { label: string; value: string; options: [string, string][]; onPick: (value: string) => void }) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onPick((event.currentTarget as HTMLSelectElement).value)}>
        {props.options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </label>
  );
}

function TextFilter({ text, onType }: { text: string; onType: (text: string) => void }) {
  return (
    <label>
      Text
      <input type="search" value={text} onInput={(event) => onType((event.currentTarget as HTMLInputElement).value)} />
    </label>
  );
}

function Filters({ model, names, dispatch, sources }: ScreenProps & { sources: Sources }) {
  const { views } = model;
  const pick = (next: Partial<Views>) => dispatch({ kind: "view", views: next });
  const kinds = [...new Set(sources.statements.map((said) => said.kind))].sort();
  return (
    <div class="tools" role="search" aria-label="Filter statements">
      <Select
        label="Said for"
        value={views.evidenceParty}
        onPick={(evidenceParty) => pick({ evidenceParty })}
        options={[
          ["", "anybody"],
          ...names.show.parties.map((party): [string, string] => [party.id, party.name]),
          ["nobody", "no party"],
        ]}
      />
      <Select
        label="Kind"
        value={views.evidenceKind}
        onPick={(evidenceKind) => pick({ evidenceKind })}
        options={[["", "any"], ...kinds.map((kind): [string, string] => [kind, kind])]}
      />
      <Select
        label="Whose words"
        value={views.evidenceVoice}
        onPick={(voice) => pick({ evidenceVoice: voice as Views["evidenceVoice"] })}
        options={[
          ["all", "all"],
          ["own", "a party’s own"],
          ["others", "all others"],
        ]}
      />
      <TextFilter text={views.evidenceText} onType={(evidenceText) => pick({ evidenceText })} />
    </div>
  );
}

function Hanging({ said, names }: { said: Statement; names: Names }) {
  if (said.supports.length + said.suggests.length === 0) {
    return null;
  }
  return (
    <details>
      <summary class="quiet">
        {counted(said.supports.length + said.suggests.length, "entry hangs", "entries hang")} on it
      </summary>
      <ul>
        {said.supports.map((address) => (
          <li>
            <T>{names.entry(address)}</T> <span class="note">reported</span>
          </li>
        ))}
        {said.suggests.map((address) => (
          <li>
            <T>{names.entry(address)}</T> <span class="note">inferred</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FactsProps {
  said: Statement;
  voice: string[];
  names: Names;
  hasOneSource: boolean;
}

function Facts({ said, voice, names, hasOneSource }: FactsProps) {
  return (
    <p class="said-facts note">
      <span>{said.kind}</span>
      {said.contradicted && <b>contradicted</b>}
      {said.superseded && <b>superseded</b>}
      {said.condition && (
        <span>
          if <T>{said.condition}</T>
        </span>
      )}
      {said.horizon && (
        <span>
          <T>{said.horizon}</T>
        </span>
      )}
      {said.via && (
        <span>
          via <T>{said.via}</T>
        </span>
      )}
      {said.source && !hasOneSource && (
        <span>
          source: <T>{said.source}</T>
        </span>
      )}
      {voice.length > 1 && (
        <span title={voice.map(names.statement).join("; ")}>
          one voice with {counted(voice.length - 1, "other statement")}
        </span>
      )}
    </p>
  );
}

function Item({
  said,
  model,
  names,
  dispatch,
  voices,
  hasOneSource,
}: ScreenProps & { said: Statement; voices: string[][]; hasOneSource: boolean }) {
  const isLeft = model.scenario.without.includes(said.id);
  const voice = voices.find((each) => each.includes(said.id)) ?? [];
  return (
    <li class={isLeft ? "said left" : "said"}>
      <Quote said={said} names={names} />
      <Facts said={said} voice={voice} names={names} hasOneSource={hasOneSource} />
      <Hanging said={said} names={names} />
      <label class="switch print-no">
        <input
          type="checkbox"
          checked={isLeft}
          onChange={() => dispatch({ kind: "leave-out", statement: said.id, leave: !isLeft })}
        />
        Leave it out on this page
      </label>
    </li>
  );
}

function Pairs({ sources, names, ...more }: ScreenProps & { sources: Sources }) {
  const byId = new Map(sources.statements.map((said) => [said.id, said]));
  const pairs = [
    ...sources.contradictions.map((pair) => ({ ...pair, word: "cannot both hold" })),
    ...sources.differences.map((pair) => ({ ...pair, word: "differ" })),
  ];
  if (pairs.length === 0) {
    return <p>No two statements of this file are entered as contradicting.</p>;
  }
  return (
    <>
      <ul class="pairs">
        {portionOf(more.model, "pairs", pairs).map((pair) => {
          const [first, second] = [byId.get(pair.first), byId.get(pair.second)];
          return (
            <li class="card">
              <p class="note">
                These {pair.word}
                {pair.one_voice && ", and are one voice"}:
              </p>
              <div class="pair">
                {first && <Quote said={first} names={names} />}
                {second && <Quote said={second} names={names} />}
              </div>
            </li>
          );
        })}
      </ul>
      <More {...more} list="pairs" count={pairs.length} what="pairs" />
    </>
  );
}

function Quantities({ quantities, names, sources }: { quantities: Quantity[]; names: Names; sources: Sources }) {
  const who = (id: string) => sources.statements.find((said) => said.id === id)?.who ?? id;
  return (
    <Table label="Figures claimed" head={<Heads texts={["Figure", "Claims, none deleted"]} />}>
      {quantities.map((quantity) => (
        <tr>
          <th scope="row">
            <T>{quantity.title}</T>
            {quantity.issue && (
              <span class="note block">
                on <T>{names.issue(quantity.issue)}</T>
              </span>
            )}
            {quantity.conflict && <span class="tag">claims conflict</span>}
          </th>
          <td>
            {quantity.claims.map((claim) => (
              <span class="block">
                <b>
                  <T>{claim.value}</T>
                </b>{" "}
                {quantity.unit}{" "}
                <span class="note">
                  <T>{who(claim.said)}</T> {claim.standing !== "compared" && `(${claim.standing})`}
                </span>
              </span>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Relayed({ sources, names }: { sources: Sources; names: Names }) {
  if (sources.relayed.length === 0) {
    return null;
  }
  return (
    <Section id="relayed" title="Passed on">
      <ul>
        {sources.relayed.map((each) => (
          <li>
            <T>{names.statement(each.statement)}</T> passes on <T>{each.chain.map(names.statement).join(", then ")}</T>
            {each.stance_to_it &&
              ` and ${each.stance_to_it === "neutral" ? "takes no side" : `${each.stance_to_it} it`}`.replace(
                "distances it",
                "keeps a distance from it",
              )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Ledger(props: ScreenProps & { sources: Sources }) {
  const { model, sources } = props;
  const shown = filtered(sources.statements, model.views);
  const inFile = [...new Set(sources.statements.map((said) => said.source).filter((source) => source !== null))];
  const groups: [string, Statement[]][] = [
    ["A party’s own words", shown.filter(isOwnWords)],
    ["All other statements", shown.filter((said) => !isOwnWords(said))],
  ];
  return (
    <Section id="ledger" title="Statements">
      <Filters {...props} />
      <p class="note" role="status">
        {counted(shown.length, "statement")} of {sources.statements.length}, {counted(sources.voices.length, "voice")}{" "}
        in all
        {inFile.length === 1 && (
          <>
            ; every source named is <T>{inFile[0]}</T>
          </>
        )}
      </p>
      {groups
        .filter(([, group]) => group.length > 0)
        .map(([title, group]) => (
          <>
            <h3>
              {title} ({group.length})
            </h3>
            <ol class="ledger">
              {portionOf(model, `ledger ${title}`, group).map((said) => (
                <Item {...props} key={said.id} said={said} voices={sources.voices} hasOneSource={inFile.length === 1} />
              ))}
            </ol>
            <More {...props} list={`ledger ${title}`} count={group.length} what="statements" />
          </>
        ))}
    </Section>
  );
}

export function EvidenceScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Sources>(model, allSourcesQuestion(model));
  const sources = answer.latest;
  return (
    <>
      <p class="note">
        What was said or reported, by whom. A thick line marks a party’s own words, unless they are about others alone;
        all else is what others say. A statement left out takes the entries on it back to unknown, on this page only.
      </p>
      <Wait model={model} dispatch={dispatch} known={answer} what="the ledger" />
      {sources?.statements.length === 0 && <p>No statement is entered: every entry of this file is an assumption.</p>}
      {sources && sources.statements.length > 0 && (
        <Below known={answer}>
          <Section id="pairs" title="What does not fit together">
            <Pairs {...props} sources={sources} />
          </Section>
          {sources.quantities.length > 0 && (
            <Section id="quantities" title="Figures">
              <Quantities quantities={sources.quantities} names={names} sources={sources} />
            </Section>
          )}
          <Ledger {...props} sources={sources} />
          <Relayed sources={sources} names={names} />
        </Below>
      )}
    </>
  );
}
