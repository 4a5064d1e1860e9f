// Drafts side by side, issue by issue: what each says, what changed, what is open, what it gives to whom.

import { own } from "../case/own";
import type { DiffDrafts, Draft, DraftScore, Issue, PartyGain, PartyScore } from "../answers/answers";
import { isNumber, type Names } from "../case/names";
import { agreersText } from "../case/agreers";
import { dateText, rangeText, sentence } from "../case/words";
import { changeWords, Clauses } from "../parts/clauses";
import { DraftText, isKnown } from "../parts/draft-text";
import { NoAnswer } from "../parts/no-answer";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Reasons } from "../parts/reasons";
import { Heads, Table } from "../parts/table";
import { AcceptanceTag } from "../parts/tags";
import { Section, T } from "../parts/text";
import { TooMany } from "../parts/too-many";
import { Below, Wait } from "../parts/wait";
import { ask, contradicts, known } from "../state/asking";
import { packageOf } from "../state/builder";
import { draftColumns, mostDrafts } from "../state/portions";
import { shownDrafts } from "../state/questions";

function onTable(draft: Draft): string {
  return draft.on_table === "yes" ? "" : draft.on_table === "no" ? "not on the table" : "unsure whether on the table";
}

function DraftHead({ draft, names, dispatch }: { draft: Draft; names: Names; dispatch: ScreenProps["dispatch"] }) {
  const open = () => {
    dispatch({ kind: "load", now: packageOf(draft.content) });
    dispatch({ kind: "go", screen: "package-builder" });
  };
  return (
    <>
      <b title={draft.id}>
        <T>{draft.title ?? draft.id}</T>
      </b>
      <span class="note block">
        {dateText(draft.date)}
        {draft.by.length > 0 && (
          <>
            , by <PartyNames names={names} ids={draft.by} />
          </>
        )}
        {onTable(draft) && `, ${onTable(draft)}`}
      </span>
      <button type="button" class="small print-no" onClick={open}>
        Open in the builder
      </button>
    </>
  );
}

function Choice({ model, names, dispatch }: ScreenProps) {
  const shown = shownDrafts(model) ?? ["", ""];
  const choose = (at: 0 | 1) => (event: Event) => {
    const next: [string, string] = [...shown];
    next[at] = (event.currentTarget as HTMLSelectElement).value;
    dispatch({ kind: "view", views: { draftsShown: next } });
  };
  return (
    <div class="tools">
      {([0, 1] as const).map((at) => (
        <label>
          {at === 0 ? "From" : "to"}
          <select value={shown[at]} onChange={choose(at)}>
            {names.show.drafts.map((draft) => (
              <option value={draft.id} title={draft.id}>
                {names.draft(draft.id)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function Gain({ gain }: { gain: PartyGain | undefined }) {
  if (gain === undefined || gain.gain === null) {
    return <span class="unknown">unknown</span>;
  }
  const [low, high] = typeof gain.gain === "number" ? [gain.gain, gain.gain] : gain.gain;
  const sign = low === 0 && high === 0 ? "=" : low >= 0 ? "▲" : high <= 0 ? "▼" : "◇";
  return (
    <span class="gain-text">
      <span aria-hidden="true">{sign} </span>
      {rangeText(gain.gain)}
      {gain.past_red_line_after && <span class="note block">past a red line</span>}
    </span>
  );
}

type Parties = Names["show"]["parties"];
type IssueChange = DiffDrafts["issues"][number];

function draftOf(names: Names, id: string): Draft | undefined {
  return names.show.drafts.find((draft) => draft.id === id);
}

/// The clause that an issue stands in, unless its title says no more than the issue's own.
function clauseText(issue: Issue, names: Names): string | null {
  if (issue.point === null) {
    return null;
  }
  const text = names.point(issue.point);
  const number = isNumber(issue.point) ? `point ${issue.point}` : null;
  return text.endsWith(issue.title) ? number : number === null ? text : `point ${text}`;
}

function IssueHead({ issue, names }: { issue: Issue | undefined; names: Names }) {
  const clause = issue ? clauseText(issue, names) : null;
  return (
    <th scope="row">
      {clause !== null && (
        <span class="note block">
          <T>{clause}</T>
        </span>
      )}
      <T>{issue?.title}</T>
    </th>
  );
}

interface ChangeProps {
  change: IssueChange;
  diff: DiffDrafts;
  parties: Parties;
  names: Names;
}

function ChangeRow({ change, diff, parties, names }: ChangeProps) {
  const issue = names.show.issues.find((each) => each.id === change.issue);
  return (
    <tr class={`change ${change.change}`}>
      <IssueHead issue={issue} names={names} />
      {[diff.before, diff.after].map((id) => {
        const draft = draftOf(names, id);
        return (
          <td data-label={names.draft(id)}>
            {draft && <DraftText draft={draft} issue={change.issue} names={names} />}
          </td>
        );
      })}
      <td data-label="Change">
        <span class="change-word">
          {change.wording_only ? "wording alone" : (changeWords[change.change] ?? change.change)}
        </span>
      </td>
      {parties.map((party) => (
        <td data-label={party.name}>
          {own(issue?.parties, party.id) === undefined ? (
            <span class="note">no concern</span>
          ) : (
            <Gain gain={change.change === "not_known" ? undefined : own(change.gains, party.id)} />
          )}
        </td>
      ))}
    </tr>
  );
}

/// Issues unknown in both drafts are named once, not row by row.
function UnknownRow({ changes, columns, names }: { changes: IssueChange[]; columns: number; names: Names }) {
  return changes.length === 0 ? null : (
    <tr class="change not_known">
      <th scope="row">Unknown in both</th>
      <td colSpan={columns}>
        <span class="unknown">unknown</span> <T>{changes.map((change) => names.issue(change.issue)).join("; ")}</T>
      </td>
    </tr>
  );
}

function Compared({ diff, names }: { diff: DiffDrafts; names: Names }) {
  const parties = names.show.parties.filter((party) => own(diff.totals, party.id) !== undefined);
  const isUnknown = (change: IssueChange) => change.change === "not_known";
  const head = (
    <>
      <Heads texts={["Issue", names.draft(diff.before), names.draft(diff.after), "Change"]} />
      {parties.map((party) => (
        <th scope="col">
          <PartyName names={names} id={party.id} />
        </th>
      ))}
    </>
  );
  return (
    <Table label="Issue by issue" look="compare stacked" head={head}>
      {diff.issues
        .filter((change) => !isUnknown(change))
        .map((change) => (
          <ChangeRow change={change} diff={diff} parties={parties} names={names} />
        ))}
      <UnknownRow changes={diff.issues.filter(isUnknown)} columns={3 + parties.length} names={names} />
      <tr class="total">
        <th scope="row">All together</th>
        <td colSpan={3}>gain or loss of each party, in its own points, as far as the entries tell</td>
        {parties.map((party) => (
          <td data-label={party.name}>
            <Gain gain={own(diff.totals, party.id)} />
          </td>
        ))}
      </tr>
    </Table>
  );
}

interface RowProps extends Omit<ScreenProps, "dispatch"> {
  scores: DraftScore[];
  /// Those that stand side by side.
  drafts: Draft[];
}

function PartyCell({ one, model, names }: { one: PartyScore } & Pick<RowProps, "model" | "names">) {
  return (
    <>
      <AcceptanceTag accepts={one.accepts} />
      <span class="note block">gain {rangeText(one.surplus)}</span>
      {one.objections.length > 0 && (
        <details>
          <summary class="quiet">Why</summary>
          <Reasons objections={one.objections} names={names} model={model} isOpen />
        </details>
      )}
    </>
  );
}

function PartyRow({ party, scores, drafts, model, names }: RowProps & { party: Parties[number] }) {
  return (
    <tr>
      <th scope="row">
        <PartyName names={names} id={party.id} />
      </th>
      {drafts.map((draft) => {
        const one = own(scores.find((each) => each.draft === draft.id)?.parties, party.id);
        return (
          <td data-label={names.draft(draft.id)}>{one ? <PartyCell one={one} model={model} names={names} /> : "–"}</td>
        );
      })}
    </tr>
  );
}

function AgreementRow({ scores, drafts, names }: Omit<RowProps, "model">) {
  return (
    <tr class="total">
      <th scope="row">
        <T>{sentence(agreersText(names.show))}</T>
      </th>
      {drafts.map((draft) => {
        const score = scores.find((each) => each.draft === draft.id);
        return <td data-label={names.draft(draft.id)}>{score ? <AcceptanceTag accepts={score.agreement} /> : "–"}</td>;
      })}
    </tr>
  );
}

/// A draft of which nothing is known says so once, beside all issues.
function IssueRow({ issue, at, drafts, names }: { issue: Issue; at: number; drafts: Draft[]; names: Names }) {
  const { issues } = names.show;
  return (
    <tr>
      <IssueHead issue={issue} names={names} />
      {drafts.map((draft) => {
        if (isKnown(draft)) {
          return (
            <td data-label={names.draft(draft.id)}>
              <DraftText draft={draft} issue={issue.id} names={names} />
            </td>
          );
        }
        return at > 0 ? null : (
          <td data-label={names.draft(draft.id)} rowSpan={issues.length} class="unknown-all">
            <span class="unknown">unknown</span> Nothing of its content is known to this file.
          </td>
        );
      })}
    </tr>
  );
}

/// Clauses that are named, of which the file has no issue to decide.
function UnknownPoints({ names }: { names: Names }) {
  const { points, issues } = names.show;
  const unknown = points.filter(
    (point) => point.content_is_unknown && !issues.some((issue) => issue.point === point.id),
  );
  return unknown.length === 0 ? null : (
    <p>
      Named, their content <span class="unknown">unknown</span>:{" "}
      <T>{unknown.map((point) => names.point(point.id)).join("; ")}</T>.
    </p>
  );
}

/// More drafts than fit side by side are shown by the dozen.
function WhichDrafts({ model, names, dispatch }: ScreenProps) {
  const count = names.show.drafts.length;
  const pages = Math.ceil(count / mostDrafts);
  const page = draftColumns(model, count)[0] / mostDrafts;
  const pick = (event: Event) => {
    const draftsPage = Number((event.currentTarget as HTMLSelectElement).value);
    dispatch({ kind: "view", views: { draftsPage } });
  };
  return pages < 2 ? null : (
    <div class="tools">
      <label>
        Drafts side by side
        <select value={page} onChange={pick}>
          {Array.from({ length: pages }, (_, at) => (
            <option value={at}>
              {at * mostDrafts + 1} to {Math.min(count, (at + 1) * mostDrafts)} of {count}
            </option>
          ))}
        </select>
      </label>
      <span class="note">Only these are shown here and printed; any two can be compared below.</span>
    </div>
  );
}

function AllDrafts({ model, names, dispatch, scores }: ScreenProps & { scores: DraftScore[] }) {
  const { issues, parties } = names.show;
  const drafts = names.show.drafts.slice(...draftColumns(model, names.show.drafts.length));
  const isNone = contradicts(model);
  const counting = parties.filter((party) => !isNone && scores.some((score) => own(score.parties, party.id)?.counted));
  const heads = drafts.map((draft) => (
    <th scope="col">
      <DraftHead draft={draft} names={names} dispatch={dispatch} />
    </th>
  ));
  return (
    <>
      <WhichDrafts model={model} names={names} dispatch={dispatch} />
      {isNone && (
        <p>
          <NoAnswer />
        </p>
      )}
      <Table label="All drafts" look="drafts stacked" head={[<th scope="col">Issue</th>, ...heads]}>
        {issues.map((issue, at) => (
          <IssueRow issue={issue} at={at} drafts={drafts} names={names} />
        ))}
        {!isNone && <AgreementRow scores={scores} drafts={drafts} names={names} />}
        {counting.map((party) => (
          <PartyRow party={party} scores={scores} drafts={drafts} model={model} names={names} />
        ))}
      </Table>
      {!isNone &&
        scores
          .filter((score) => drafts.some((draft) => draft.id === score.draft))
          .map((score) => <TooMany score={score} name={names.draft(score.draft)} />)}
      <UnknownPoints names={names} />
    </>
  );
}

const notAdded =
  "Gains on one issue are in each party’s own points there and not weighted, so with weights they do not add up to the gain of all together. They cannot be compared or added across parties.";

export function DraftsScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const shown = shownDrafts(model);
  const score = known<{ drafts?: DraftScore[] } & DraftScore>(model, ask(model, "score"));
  const isPair = shown !== null && shown[0] !== shown[1];
  const diff = known<DiffDrafts>(model, ask(model, "diff", { more: shown ?? [] }));
  if (names.show.drafts.length === 0) {
    return (
      <p>
        This file has no drafts. A package built in the <a href="#package-builder">package builder</a> can be saved into
        the case as a draft; a report made of that file shows it here.
      </p>
    );
  }
  const scores = score.latest ? (score.latest.drafts ?? [score.latest]) : [];
  return (
    <>
      <p class="note">
        Options in [brackets] are not settled by that text. Where the file has a text’s own words, they stand in
        quotation marks; where it does not know what a text says, it is shown as unknown.
      </p>
      <Section id="all" title="All drafts">
        <Wait model={model} dispatch={dispatch} known={score} what="who accepts which draft" />
        <Below known={score}>
          <AllDrafts {...props} scores={scores} />
        </Below>
      </Section>
      {names.show.drafts.length > 1 && (
        <Section id="compare" title="Two of them compared">
          <Choice {...props} />
          {!isPair && <p>Choose two different drafts.</p>}
          {isPair && <Wait model={model} dispatch={dispatch} known={diff} what="the comparison" hasOlder={false} />}
          {isPair && diff.data && <Compared diff={diff.data} names={names} />}
          {isPair && diff.data && <p class="note">{notAdded}</p>}
          {isPair && diff.data && <Clauses diff={diff.data} names={names} />}
        </Section>
      )}
    </>
  );
}
