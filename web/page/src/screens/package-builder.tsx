// Put a package together, and see at once who accepts it and why others do not.

import { own } from "../case/own";
import type { DraftScore, Objection, Party, PartyScore } from "../answers/answers";
import { agreersText, isCounting } from "../case/agreers";
import { lessOf } from "../case/movement";
import { packageText, shortText, type PackageState } from "../case/package-text";
import { rangeText } from "../case/words";
import { GainBar } from "../parts/bars";
import { Keep } from "../parts/keep";
import { NoAnswer } from "../parts/no-answer";
import { NotCounted } from "../parts/not-counted";
import { OptionRow } from "../parts/option-row";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Reasons } from "../parts/reasons";
import { StartFrom } from "../parts/start-from";
import { Suggestions } from "../parts/suggestions";
import { AcceptanceTag, Fullness } from "../parts/tags";
import { TooMany } from "../parts/too-many";
import { readingText } from "../parts/text";
import { Wait } from "../parts/wait";
import { contradicts, hasReadings, isOfOtherEntries, known, type Known } from "../state/asking";
import { settledOf } from "../state/builder";
import { builderQuestion } from "../state/questions";

/// That it may get less than without agreement is what its bar shows.
function isTold(objection: Objection): boolean {
  return objection.kind !== "value" || objection.certain;
}

interface CardProps extends Omit<ScreenProps, "dispatch"> {
  party: Party;
  score: PartyScore;
  isOpen: boolean;
  /// Nothing is settled yet.
  isFolded: boolean;
}

function consentText({ required, counted }: PartyScore): string {
  return required ? "" : counted ? "counts, is not required" : "its consent is not needed";
}

function PartyCard({ party, score, model, names, isOpen, isFolded }: CardProps) {
  const less = own(lessOf(names.show), party.id) ?? 0;
  return (
    <section class="party-card" aria-label={party.name} data-party={party.id} data-accepts={score.accepts}>
      <p class="party-card-head">
        <PartyName names={names} id={party.id} />
        <AcceptanceTag accepts={score.accepts} isOpen={isOpen} />
        <span class="note">gain {rangeText(score.surplus)}</span>
      </p>
      <GainBar party={party} gain={score.surplus} names={names} less={less} />
      {!score.required && <p class="note">{consentText(score)}</p>}
      <Reasons
        objections={score.objections.filter(isTold)}
        names={names}
        model={model}
        isOpen={isOpen}
        isFolded={isFolded}
      />
    </section>
  );
}

function Cards({ score, ...rest }: Omit<CardProps, "party" | "score"> & { score: DraftScore }) {
  const { names } = rest;
  const parties = names.show.parties.filter((party) => own(score.parties, party.id) !== undefined);
  const isNeeded = (party: Party) => own(score.parties, party.id)?.counted ?? false;
  const card = (party: Party) => (
    <PartyCard {...rest} party={party} score={own(score.parties, party.id) as PartyScore} />
  );
  const others = parties.filter((party) => !isNeeded(party));
  return (
    <>
      {parties.filter(isNeeded).map(card)}
      {others.length > 0 && (
        <details>
          <summary>Others, whose consent is not needed</summary>
          {others.map(card)}
        </details>
      )}
    </>
  );
}

function stateOf({ model, names }: Pick<ScreenProps, "model" | "names">, score: DraftScore): PackageState {
  const openCount = names.show.issues.length - Object.keys(settledOf(model.builder.now)).length;
  const isRanged = hasReadings(model);
  const counting = Object.values(score.parties).filter((party) => party.counted);
  return {
    agreement: score.agreement,
    openCount,
    isRanged,
    contradicts: contradicts(model),
    agreers: isCounting(names.show.agreement) ? agreersText(names.show) : null,
    counted: counting.length,
    refusing: counting.filter((party) => party.accepts === "never").length,
  };
}

/// An answer comes at once as a rule; where it does not, it is said, and can be cancelled. Bars that mix
/// older gains with newer entries are said to be so without delay.
function Busy({ answer, ...props }: ScreenProps & { answer: Known<DraftScore> }) {
  if (answer.data !== null) {
    return null;
  }
  const isSoon = answer.problem !== null || isOfOtherEntries(props.model, answer.question);
  return (
    <div class={isSoon ? "" : "late"}>
      {answer.latest !== null && <p class="note">What stands here is the answer before this change.</p>}
      <Wait {...props} known={answer} what="who accepts this package" />
    </div>
  );
}

function tookText(took: number | undefined): string | null {
  return took === undefined || took < 1000 ? null : `answered in ${(took / 1000).toFixed(1)} s`;
}

/// Why it is not accepted and by whom, unless there is no answer at all.
function Accepted({ score, state, ...props }: ScreenProps & { score: DraftScore; state: PackageState }) {
  const { model, names } = props;
  const isOpen = state.openCount > 0;
  const isFolded = Object.keys(settledOf(model.builder.now)).length === 0;
  const how = { model, names, isOpen, isFolded };
  return state.contradicts ? null : (
    <>
      <TooMany score={score} />
      <Reasons {...how} objections={score.broken} />
      <Cards {...how} score={score} />
    </>
  );
}

function Headline({ score, state }: { score: DraftScore; state: PackageState }) {
  return state.contradicts ? (
    <>
      <Fullness of="contradiction" /> <NoAnswer />
    </>
  ) : (
    <>
      <Fullness of={score.agreement} />
      {packageText(state)}
    </>
  );
}

function Scores(props: ScreenProps) {
  const { model } = props;
  const answer = known<DraftScore>(model, builderQuestion(model, "score"));
  const score = answer.latest;
  const state = score && stateOf(props, score);
  return (
    <div
      class="scores"
      tabIndex={0}
      role="region"
      aria-label="Who accepts it"
      aria-busy={answer.data === null}
      id="scores"
    >
      <p class="scores-all" role="status">
        {state ? <Headline score={score} state={state} /> : "Working…"}
      </p>
      <Busy {...props} answer={answer} />
      <div class={isOfOtherEntries(model, answer.question) ? "stale" : ""}>
        {state && <Accepted {...props} score={score} state={state} />}
      </div>
      <p class="note print-no">{tookText(model.replies[answer.question.key]?.took)}</p>
    </div>
  );
}

/// Who keeps it from being accepted: those who surely do not, else those who do in some readings only.
function doubtful(score: DraftScore, { openCount, contradicts: isNone }: PackageState) {
  const those = (accepts: string) =>
    Object.entries(score.parties)
      .filter(([, party]) => !isNone && party.counted && party.accepts === accepts)
      .map(([id]) => id);
  const never = those("never");
  return never.length > 0
    ? { word: "does not accept", ids: never }
    : { word: "in some readings", ids: openCount > 0 ? [] : those("possibly") };
}

/// On a narrow screen the bars are far from the options: what follows stands at its foot, too.
function ScoreLine({ model, names }: Pick<ScreenProps, "model" | "names">) {
  const score = known<DraftScore>(model, builderQuestion(model, "score")).latest;
  if (score === null) {
    return null;
  }
  const state = stateOf({ model, names }, score);
  const { word, ids } = doubtful(score, state);
  return (
    <p class="score-line print-no" aria-hidden="true">
      <span>
        <Fullness of={state.contradicts ? "contradiction" : score.agreement} /> <b>{shortText(state)}</b>
      </span>
      {ids.length > 0 && (
        <span>
          {word}: <PartyNames names={names} ids={ids} />
        </span>
      )}
    </p>
  );
}

function Tools(props: ScreenProps) {
  const { model, dispatch } = props;
  const { past, now, future } = model.builder;
  const isEmpty = Object.keys(settledOf(now)).length === 0;
  const buttons: [string, boolean, string | undefined, () => void][] = [
    ["Undo", past.length === 0, "Control+Z", () => dispatch({ kind: "undo" })],
    ["Redo", future.length === 0, "Control+Y", () => dispatch({ kind: "redo" })],
    ["Clear", isEmpty, undefined, () => dispatch({ kind: "load", now: {} })],
  ];
  return (
    <div class="tools">
      <StartFrom {...props} />
      {buttons.map(([text, isOff, keys, act]) => (
        <button type="button" disabled={isOff} aria-keyshortcuts={keys} onClick={act}>
          {text}
        </button>
      ))}
    </div>
  );
}

export function PackageBuilderScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const { now } = model.builder;
  return (
    <>
      <p class="note">
        A package is a combination of options that you put together: choose one for every issue; an issue left open may
        still go any way. Each bar begins at what a party has without agreement and ends at the most it can gain over
        that, in its own points. The coloured part is its gain, or what it is short of; striped is what is still open of
        it. {hasReadings(model) && readingText}
      </p>
      <NotCounted model={model} names={names} />
      <Tools {...props} />
      <div class="builder">
        <div class="option-rows">
          {names.show.issues.map((issue) => (
            <OptionRow issue={issue} chosen={own(now, issue.id) ?? null} names={names} dispatch={dispatch} />
          ))}
        </div>
        <Scores {...props} />
        <ScoreLine model={model} names={names} />
      </div>
      <Suggestions {...props} />
      <Keep {...props} />
    </>
  );
}
