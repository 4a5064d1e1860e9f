// Drafts side by side, point by point: what changed, what is open, and what it gives to whom.

import { Heads, Table } from "../parts/table";
import type { Content, DiffDrafts, DraftScore, Draft, PartyGain, PartyScore } from "../answers/answers";
import type { Names } from "../case/names";
import { counted, dateText, rangeText, sentence } from "../case/words";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Reasons } from "../parts/reasons";
import { OptionText } from "../parts/option";
import { AcceptanceTag } from "../parts/tags";
import { Section, T } from "../parts/text";
import { Wait } from "../parts/wait";
import { packageOf } from "../state/builder";
import { ask, known } from "../state/asking";
import { shownDrafts } from "../state/questions";

const changeWords: Record<string, string> = {
  kept: "kept",
  changed: "changed",
  added: "added",
  dropped: "dropped",
  merged: "merged",
  renumbered: "renumbered",
  not_known: "unknown in both",
  known_in_one: "unknown in one of them",
  not_compared: "holds nothing that can be compared",
};

/// What a draft says of one issue: one option, [several in brackets], or unknown.
function Says({ issue, value, names }: { issue: string; value: Content[string] | undefined; names: Names }) {
  if (value === null || value === undefined) {
    return <span class="unknown">unknown</span>;
  }
  if (!Array.isArray(value)) {
    return <OptionText issue={issue} option={value} names={names} />;
  }
  return (
    <span class="brackets">
      [
      {value.map((option, at) => (
        <>
          {at > 0 && " / "}
          <T>{names.option(issue, option)}</T>
        </>
      ))}
      ]
    </span>
  );
}

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
      <b>
        <T>{draft.title}</T>
      </b>{" "}
      <code>{draft.id}</code>
      <span class="note block">
        {dateText(draft.date)}
        {draft.by.length > 0 && (
          <>
            , by <PartyNames names={names} ids={draft.by} />
          </>
        )}
        {onTable(draft) && `, ${onTable(draft)}`}
      </span>
      <button type="button" class="small" onClick={open}>
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
              <option value={draft.id}>
                {draft.title} ({draft.id})
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

function ChangeRow({ change, parties, names }: { change: IssueChange; parties: Parties; names: Names }) {
  const point = names.show.issues.find((issue) => issue.id === change.issue)?.point ?? "";
  return (
    <tr class={`change ${change.change}`}>
      <th scope="row">
        {/^\d/.test(point) && <span class="note">{point} · </span>}
        <T>{names.issue(change.issue)}</T>
      </th>
      <td>
        <Says issue={change.issue} value={change.before} names={names} />
      </td>
      <td>
        <Says issue={change.issue} value={change.after} names={names} />
      </td>
      <td>
        <span class="change-word">
          {change.wording_only ? "wording alone" : (changeWords[change.change] ?? change.change)}
        </span>
      </td>
      {parties.map((party) => (
        <td>
          <Gain gain={change.change === "not_known" ? undefined : change.gains[party.id]} />
        </td>
      ))}
    </tr>
  );
}

function Compared({ diff, names }: { diff: DiffDrafts; names: Names }) {
  const parties = names.show.parties.filter((party) => diff.totals[party.id] !== undefined);
  const head = (
    <>
      <Heads texts={["Point", names.draft(diff.before), names.draft(diff.after), "Change"]} />
      {parties.map((party) => (
        <th scope="col">
          <PartyName names={names} id={party.id} />
        </th>
      ))}
    </>
  );
  return (
    <Table label="Point by point" look="compare" head={head}>
      {diff.issues.map((change) => (
        <ChangeRow change={change} parties={parties} names={names} />
      ))}
      <tr class="total">
        <th scope="row">All together</th>
        <td colSpan={3}>gain or loss of each party, in its own points, as far as the entries tell</td>
        {parties.map((party) => (
          <td>
            <Gain gain={diff.totals[party.id]} />
          </td>
        ))}
      </tr>
    </Table>
  );
}

interface Clause {
  name: string;
  change: string;
  detail: string;
}

function clausesOf(diff: DiffDrafts): Clause[] {
  const points = diff.points.map((point): Clause => {
    const isRenumbered =
      point.number_after !== null && point.number_before !== null && point.number_after !== point.number_before;
    const detail = isRenumbered
      ? ` (${point.number_before} → ${point.number_after})`
      : point.merged_into === null
        ? ""
        : ` (into ${point.merged_into})`;
    return { name: point.point, change: point.change, detail };
  });
  const others = diff.other_points.map((point): Clause => ({
    name: point.number,
    change: point.change,
    detail: point.merged_into === null ? "" : ` (into ${point.merged_into})`,
  }));
  return [...points, ...others];
}

/// Clauses by what became of them; those kept are not named one by one.
function Clauses({ diff, names }: { diff: DiffDrafts; names: Names }) {
  const clauses = clausesOf(diff);
  const changes = [...new Set(clauses.map((clause) => clause.change))].filter((change) => change !== "kept");
  const countOf = (id: string, count: number | null) =>
    `${names.draft(id)}: ${count === null ? "number of clauses not known" : counted(count, "clause")}`;
  return (
    <Section id="clauses" title="Clauses">
      {(diff.point_count_before !== null || diff.point_count_after !== null) && (
        <p class="note">
          <T>
            {countOf(diff.before, diff.point_count_before)}; {countOf(diff.after, diff.point_count_after)}.
          </T>
        </p>
      )}
      {changes.length === 0 && <p>No clause was added, dropped, merged or renumbered, as far as the file tells.</p>}
      <dl class="facts">
        {changes.map((change) => (
          <div>
            <dt>{sentence(changeWords[change] ?? change)}</dt>
            <dd>
              <T>
                {clauses
                  .filter((clause) => clause.change === change)
                  .map((clause) => clause.name + clause.detail)
                  .join(", ")}
              </T>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function PartyRow({ party, scores, names }: { party: Parties[number]; scores: DraftScore[]; names: Names }) {
  const scoreOf = (draft: Draft) => scores.find((each) => each.draft === draft.id)?.parties[party.id];
  const cell = (one: PartyScore) => (
    <>
      <AcceptanceTag accepts={one.accepts} />
      <span class="note block">gain {rangeText(one.surplus)}</span>
      {one.objections.length > 0 && (
        <details>
          <summary class="quiet">Why</summary>
          <Reasons objections={one.objections} names={names} />
        </details>
      )}
    </>
  );
  return (
    <tr>
      <th scope="row">
        <PartyName names={names} id={party.id} />
      </th>
      {names.show.drafts.map((draft) => {
        const one = scoreOf(draft);
        return <td>{one ? cell(one) : "–"}</td>;
      })}
    </tr>
  );
}

function AgreementRow({ scores, names }: { scores: DraftScore[]; names: Names }) {
  return (
    <tr class="total">
      <th scope="row">All who have to agree</th>
      {names.show.drafts.map((draft) => {
        const score = scores.find((each) => each.draft === draft.id);
        return <td>{score ? <AcceptanceTag accepts={score.agreement} /> : "–"}</td>;
      })}
    </tr>
  );
}

function AllDrafts({
  names,
  dispatch,
  scores,
}: {
  names: Names;
  dispatch: ScreenProps["dispatch"];
  scores: DraftScore[];
}) {
  const { drafts, issues, parties } = names.show;
  const counting = parties.filter((party) => scores.some((score) => score.parties[party.id]?.counted));
  const heads = drafts.map((draft) => (
    <th scope="col">
      <DraftHead draft={draft} names={names} dispatch={dispatch} />
    </th>
  ));
  return (
    <Table label="All drafts" look="drafts" head={[<th scope="col">Point</th>, ...heads]}>
      {issues.map((issue) => (
        <tr>
          <th scope="row">
            <T>{issue.title}</T>
          </th>
          {drafts.map((draft) => (
            <td>
              <Says issue={issue.id} value={draft.content[issue.id]} names={names} />
            </td>
          ))}
        </tr>
      ))}
      <AgreementRow scores={scores} names={names} />
      {counting.map((party) => (
        <PartyRow party={party} scores={scores} names={names} />
      ))}
    </Table>
  );
}

export function DraftsScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const shown = shownDrafts(model);
  const score = known<{ drafts?: DraftScore[] } & DraftScore>(model, ask(model, "score"));
  const isPair = shown !== null && shown[0] !== shown[1];
  const diff = known<DiffDrafts>(model, ask(model, "diff", { more: shown ?? [] }));
  if (names.show.drafts.length === 0) {
    return (
      <p>
        This file has no drafts. A package built on this page can be kept as one: see the{" "}
        <a href="#package-builder">package builder</a>.
      </p>
    );
  }
  const scores = score.latest ? (score.latest.drafts ?? [score.latest]) : [];
  return (
    <>
      <p class="note">
        Options in [brackets] are not settled by that text. What a text says about a point is shown as unknown where the
        file does not know it.
      </p>
      <Section id="all" title="All drafts">
        <AllDrafts names={names} dispatch={dispatch} scores={scores} />
        <Wait model={model} dispatch={dispatch} known={score} what="who accepts which draft" />
      </Section>
      {names.show.drafts.length > 1 && (
        <Section id="compare" title="Two of them compared">
          <Choice {...props} />
          {!isPair && <p>Choose two different drafts.</p>}
          {isPair && <Wait model={model} dispatch={dispatch} known={diff} what="the comparison" />}
          {isPair && diff.data && <Compared diff={diff.data} names={names} />}
          {isPair && diff.data && <Clauses diff={diff.data} names={names} />}
        </Section>
      )}
    </>
  );
}
