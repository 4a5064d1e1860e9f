// Which issues the conflicts are about, beside what speakers said the talks turn on.

import type { Sources, Statement, Why } from "../answers/answers";
import { entryAt } from "../case/entry-at";
import { gapText, headTexts } from "../case/conflict-text";
import type { Names } from "../case/names";
import { own } from "../case/own";
import { partText, stickingPoints, type AskedConflict, type StickingPoint } from "../case/sticking";
import { firmnessText } from "../case/words";
import { AcceptsLess } from "../parts/accepts-less";
import { OutcomeList } from "../parts/outcome";
import type { ScreenProps } from "../parts/props";
import { Quotes } from "../parts/quote";
import { EntryName } from "../parts/entry-basis";
import { NotCounted } from "../parts/not-counted";
import { VerdictTag } from "../parts/tags";
import { Hint, readingText, Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { ask, enteredShow, hasReadings, known } from "../state/asking";
import { evidenceQuestion } from "../state/questions";
import { isAsEntered } from "../state/scenario";
import type { Model } from "../state/model";

interface ConflictProps {
  conflict: AskedConflict;
  at: number;
  names: Names;
  said: Statement[] | null;
  model: Model;
  /// Who accepts less by the movement that the answer was asked under.
  less: Why["accepts_less"];
}

type MemberProps = Pick<ConflictProps, "names" | "said" | "model"> & { address: string; statements: string[] };

function Member({ address, statements, names, said, model }: MemberProps) {
  const entry = entryAt(names.show, address);
  // An answer that is supposed sets entries anew; what was said of them still stands under them as entered.
  const before = entryAt(enteredShow(model), address)?.statements ?? [];
  const now = statements.length > 0 ? statements : (entry?.statements ?? []);
  const under = now.length > 0 ? now : before;
  return (
    <li>
      <EntryName address={address} names={names} model={model} />
      {entry && (
        <span class="note">
          {" "}
          <T>{names.says(entry)}</T>
          {(entry.kind === "limit" || entry.firmness) && `, ${firmnessText(entry.firmness)}`}
        </span>
      )}
      <AcceptsLess address={address} names={names} />
      <Quotes ids={under} all={said} names={names} />
    </li>
  );
}

function Without({ conflict, names }: Pick<ConflictProps, "conflict" | "names">) {
  const members = conflict.members.filter((member) => member.outcome_without !== null);
  return members.length === 0 ? null : (
    <details>
      <summary>What would be possible without one of them</summary>
      {members.map((member) => (
        <>
          <p class="note">
            Without “<T>{names.entry(member.entry)}</T>” the rest of this conflict can hold together, for example so:
          </p>
          {member.outcome_without && <OutcomeList outcome={member.outcome_without} names={names} />}
        </>
      ))}
    </details>
  );
}

function ConflictCard(props: ConflictProps) {
  const { conflict, at, names, less, model } = props;
  return (
    <article class="card" aria-label={`Conflict ${at + 1}`}>
      <p class="conflict-text">
        <b>{at + 1}</b> <T>{conflict.text}</T> {conflict.gap && <T>{gapText(conflict, names, less)}</T>}
      </p>
      {!conflict.minimal && <p class="note">The search was ended: some of these may not be needed.</p>}
      <p class="note">
        {!hasReadings(model)
          ? "With these entries there is no agreement."
          : conflict.question === "possible"
            ? "With these entries no reading has an agreement."
            : "With these entries no agreement holds in every reading."}
      </p>
      <ul class="members">
        {conflict.members.map((member) => (
          <Member {...props} address={member.entry} statements={member.statements} />
        ))}
      </ul>
      <Without conflict={conflict} names={names} />
    </article>
  );
}

type PointProps = Pick<ScreenProps, "names" | "dispatch"> & { point: StickingPoint; most: number; isOpen: boolean };

function IssueButton({ point, most, isOpen, names, dispatch }: PointProps) {
  const width = most === 0 ? 0 : (point.count / most) * 100;
  return (
    <li>
      <button
        type="button"
        class="sticking"
        aria-expanded={isOpen}
        onClick={() => dispatch({ kind: "view", views: { stickingIssue: isOpen ? noPoint : point.issue } })}
      >
        <span class="sticking-name">
          <T>{names.issue(point.issue)}</T>
        </span>
        <span class={most === 0 ? "" : "sticking-bar"} aria-hidden="true">
          <span style={{ width: `${width}%` }} />
        </span>
        <span class="note">{partText(point)}</span>
      </button>
    </li>
  );
}

type ListProps = Omit<ConflictProps, "conflict" | "at">;

function Detail({ point, ...props }: { point: StickingPoint } & ListProps) {
  const { names, said } = props;
  return (
    <div class="detail">
      <h3>
        <T>{names.issue(point.issue)}</T>
      </h3>
      {point.conflicts.length === 0 && (
        <p>Under these entries no conflict is about this issue alone; it may still count in the totals.</p>
      )}
      {point.conflicts.map((conflict, at) => (
        <ConflictCard {...props} conflict={conflict} at={at} />
      ))}
      {point.namedBy.length > 0 && (
        <>
          <p class="note">Speakers who named it as what the talks turn on:</p>
          <Quotes ids={point.namedBy} all={said} names={names} />
        </>
      )}
    </div>
  );
}

/// Of no point a reader has closed it; until one is chosen the first is open.
const noPoint = "";

function openPoint(points: StickingPoint[], chosen: string | null): StickingPoint | undefined {
  return chosen === null ? points[0] : points.find((point) => point.issue === chosen);
}

/// What is supposed may have taken the conflicts away: supposing more is no way to see them then.
function maySuppose({ model, why }: { model: Model; why: Why }): boolean {
  const isAnyOpen = enteredShow(model).alternatives.some(({ id }) => own(model.scenario.answers, id) === undefined);
  return isAnyOpen && (why.question !== null || isAsEntered(model.scenario));
}

function NoneAlone({ model, names, why }: Pick<ScreenProps, "model" | "names"> & { why: Why }) {
  return (
    <>
      <Hint>
        No conflict is about one of these issues alone.{" "}
        {maySuppose({ model, why }) && (
          <>
            <a href="#answer">Suppose answers</a> to the open questions to see the conflicts under them.
          </>
        )}
      </Hint>
      <NotCounted model={model} names={names} />
    </>
  );
}

type PointsProps = ScreenProps & { why: Why; said: Statement[] | null };

function Points(props: PointsProps) {
  const { why, said, model, names, dispatch } = props;
  const { points } = stickingPoints(why, names.show);
  const most = Math.max(0, ...points.map((point) => point.count));
  const open = openPoint(points, model.views.stickingIssue);
  return (
    <Section
      id="points"
      title="Issues, by their part in the conflicts"
      note="Beside what the file proves stands who said that the talks turn on it."
    >
      {most === 0 && <NoneAlone model={model} names={names} why={why} />}
      {points.length === 0 && <p>No conflict is about a single issue, and no speaker named one.</p>}
      <ol class="stickings">
        {points.map((point) => (
          <IssueButton point={point} most={most} isOpen={point === open} names={names} dispatch={dispatch} />
        ))}
      </ol>
      {open && <Detail point={open} names={names} said={said} model={model} less={why.accepts_less} />}
    </Section>
  );
}

function Whole({ why, names, said, model }: Omit<ListProps, "less"> & { why: Why }) {
  const { whole } = stickingPoints(why, names.show);
  return whole.length === 0 ? null : (
    <Section
      id="whole"
      title="Conflicts about the whole"
      note="About what parties have without agreement against all issues together."
    >
      {whole.map((conflict, at) => (
        <ConflictCard conflict={conflict} at={at} names={names} said={said} model={model} less={why.accepts_less} />
      ))}
    </Section>
  );
}

function noConflictText(why: Why): string {
  if (why.verdict === "contradiction") {
    return "What this file says of one party cannot all hold, so conflicts between parties were not looked for. The first screen names the entries and statements.";
  }
  return why.verdict === "agreement" && why.complete
    ? "Under these entries nothing stands in the way: there is no conflict to show."
    : "No conflict was found before the search ended; that does not mean that there is none.";
}

function Head({ why, model }: { why: Why; model: Model }) {
  const [counts, each] = headTexts(why, hasReadings(model));
  if (counts === undefined) {
    return <p>{noConflictText(why)}</p>;
  }
  return (
    <p>
      <VerdictTag verdict={why.verdict} /> {counts} {each} None of this says who should move.{" "}
      {hasReadings(model) && readingText}
    </p>
  );
}

export function StickingPointsScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Why>(model, ask(model, "why"));
  const said = known<Sources>(model, evidenceQuestion(model, "sources")).latest?.statements ?? null;
  const why = answer.latest;
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="the conflicts" />
      {why && (
        <Below known={answer}>
          <Head why={why} model={model} />
          <Points {...props} why={why} said={said} />
          <Whole why={why} names={names} said={said} model={model} />
        </Below>
      )}
    </>
  );
}
