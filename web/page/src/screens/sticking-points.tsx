// Which points the conflicts are about, beside what speakers said the talks turn on.

import type { Show, Sources, Statement, Why } from "../answers/answers";
import { entriesOf } from "../case/entries";
import type { Names } from "../case/names";
import { conflictsOf, stickingPoints, type AskedConflict, type StickingPoint } from "../case/sticking";
import { counted, firmnessText, listText, numberText } from "../case/words";
import { OutcomeList } from "../parts/outcome";
import type { ScreenProps } from "../parts/props";
import { Quotes } from "../parts/quote";
import { BasisTag, VerdictTag } from "../parts/tags";
import { Hint, Section, T } from "../parts/text";
import { Wait } from "../parts/wait";
import { ask, enteredShow, known } from "../state/asking";

interface ConflictProps {
  conflict: AskedConflict;
  at: number;
  names: Names;
  said: Statement[] | null;
  /// The case without anything supposed.
  entered: Show;
}

function Member({
  address,
  statements,
  names,
  said,
  entered,
}: { address: string; statements: string[] } & Pick<ConflictProps, "names" | "said" | "entered">) {
  const entry = entriesOf(names.show).find((each) => each.entry === address);
  // An answer that is supposed sets entries anew; what was said of them still stands under them as entered.
  const before = entriesOf(entered).find((each) => each.entry === address)?.statements ?? [];
  const now = statements.length > 0 ? statements : (entry?.statements ?? []);
  const under = now.length > 0 ? now : before;
  return (
    <li>
      <T>{names.entry(address)}</T> {entry && <BasisTag basis={entry.basis} />}
      {entry && (
        <span class="note">
          {" "}
          <T>{entry.text}</T>
          {(entry.kind === "limit" || entry.firmness) && `, ${firmnessText(entry.firmness)}`}
        </span>
      )}
      <Quotes ids={under} all={said} names={names} />
    </li>
  );
}

/// How far numbers alone are apart, as `why` tells it.
function gapText({ gap, question }: AskedConflict, names: Names): string {
  if (!gap) {
    return "";
  }
  const parties = listText(gap.parties.map((party) => names.party(party)));
  const who = gap.parties.length === 1 ? parties : `one of ${parties}`;
  const reading = question === "sure" ? ", in the reading that suits it least," : "";
  const missing = `${numberText(gap.shortfall)} of its own points below what it has without agreement`;
  return gap.proved === "optimal"
    ? `Numbers alone clash here: ${who} stays${reading} at least ${missing}, whatever the combination.`
    : `Numbers alone clash here: in the best combination found so far, ${who} stays${reading} ${missing}; a better one may exist.`;
}

function ConflictCard({ conflict, at, names, said, entered }: ConflictProps) {
  return (
    <article class="card" aria-label={`Conflict ${at + 1}`}>
      <p class="conflict-text">
        <b>{at + 1}</b> <T>{conflict.text}</T>
        {conflict.gap && (
          <>
            {" "}
            <T>{gapText(conflict, names)}</T>
          </>
        )}
      </p>
      <p class="note">
        {conflict.question === "possible"
          ? "With these entries no reading has an agreement."
          : "With these entries no agreement holds in every reading."}
      </p>
      <ul class="members">
        {conflict.members.map((member) => (
          <Member address={member.entry} statements={member.statements} names={names} said={said} entered={entered} />
        ))}
      </ul>
      {conflict.members.some((member) => member.outcome_without !== null) && (
        <details>
          <summary>What would be possible without one of them</summary>
          {conflict.members.map((member) =>
            member.outcome_without === null ? null : (
              <>
                <p class="note">
                  Without “<T>{names.entry(member.entry)}</T>” the rest of this conflict can hold together, for example
                  so:
                </p>
                <OutcomeList outcome={member.outcome_without} names={names} />
              </>
            ),
          )}
        </details>
      )}
    </article>
  );
}

function PointButton({
  point,
  most,
  isOpen,
  names,
  dispatch,
}: { point: StickingPoint; most: number; isOpen: boolean } & Pick<ScreenProps, "names" | "dispatch">) {
  const width = most === 0 ? 0 : (point.conflicts.length / most) * 100;
  return (
    <li>
      <button
        type="button"
        class="sticking"
        aria-expanded={isOpen}
        onClick={() => dispatch({ kind: "view", views: { stickingIssue: isOpen ? null : point.issue } })}
      >
        <span class="sticking-name">
          <T>{names.issue(point.issue)}</T>
        </span>
        <span class={most === 0 ? "" : "sticking-bar"} aria-hidden="true">
          <span style={{ width: `${width}%` }} />
        </span>
        <span class="note">
          part of {counted(point.conflicts.length, "conflict")}
          {point.namedBy.length > 0
            ? `; named by ${counted(point.namedBy.length, "speaker")}`
            : "; named by no speaker"}
        </span>
      </button>
    </li>
  );
}

function Detail({ point, names, said, entered }: { point: StickingPoint } & Omit<ConflictProps, "conflict" | "at">) {
  return (
    <div class="detail">
      <h3>
        <T>{names.issue(point.issue)}</T>
      </h3>
      {point.conflicts.length === 0 && (
        <p>Under these entries no conflict is about this point alone; it may still count in the totals.</p>
      )}
      {point.conflicts.map((conflict, at) => (
        <ConflictCard conflict={conflict} at={at} names={names} said={said} entered={entered} />
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

function Points({ why, model, names, dispatch, said }: ScreenProps & { why: Why; said: Statement[] | null }) {
  const entered = enteredShow(model);
  const { points, whole } = stickingPoints(why, names.show);
  const most = Math.max(0, ...points.map((point) => point.conflicts.length));
  const open = points.find((point) => point.issue === model.views.stickingIssue);
  return (
    <>
      <Section
        id="points"
        title="Points, by their part in the conflicts"
        note="Beside what the file proves stands who said that the talks turn on it. Choose a point to read its conflicts."
      >
        {points.length > 0 && most === 0 && (
          <Hint>
            No conflict is about one of these points alone. <a href="#answer">Suppose answers</a> to the open questions
            to see the conflicts under them.
          </Hint>
        )}
        {points.length === 0 && <p>No conflict is about a single point, and no speaker named one.</p>}
        <ol class="stickings">
          {points.map((point) => (
            <PointButton point={point} most={most} isOpen={point === open} names={names} dispatch={dispatch} />
          ))}
        </ol>
        {open && <Detail point={open} names={names} said={said} entered={entered} />}
      </Section>
      {whole.length > 0 && (
        <Section
          id="whole"
          title="Conflicts about the whole"
          note="About what parties have without agreement against all points together."
        >
          {whole.map((conflict, at) => (
            <ConflictCard conflict={conflict} at={at} names={names} said={said} entered={entered} />
          ))}
        </Section>
      )}
    </>
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

function countText(why: Why, question: "possible" | "sure"): string | null {
  const count = conflictsOf(why).filter((conflict) => conflict.question === question).length;
  if (count === 0) {
    return null;
  }
  const reading = question === "sure" ? "in every reading" : "in any reading";
  return `Why no combination is acceptable ${reading}: ${counted(count, "minimal conflict")}`;
}

function Head({ why }: { why: Why }) {
  const counts = [countText(why, "possible"), countText(why, "sure")].filter((text) => text !== null);
  if (counts.length === 0) {
    return <p>{noConflictText(why)}</p>;
  }
  const isComplete = why.complete && (why.also?.complete ?? true);
  return (
    <p>
      <VerdictTag verdict={why.verdict} /> {counts.join(". ")}
      {isComplete ? ", and these are all." : " found so far; there may be more."} Each is a set of entries that cannot
      all hold; if any one of a set were otherwise, the rest of that set could. None of this says who should move.
    </p>
  );
}

export function StickingPointsScreen(props: ScreenProps) {
  const { model, dispatch } = props;
  const answer = known<Why>(model, ask(model, "why"));
  const sources = known<Sources>(model, ask(model, "sources"));
  const why = answer.latest;
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="the conflicts" />
      {why && (
        <div class={answer.data ? "" : "stale"}>
          <Head why={why} />
          <Points {...props} why={why} said={sources.latest?.statements ?? null} />
        </div>
      )}
    </>
  );
}
