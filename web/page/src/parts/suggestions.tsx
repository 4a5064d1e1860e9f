// Ways on from a package: the acceptable one that differs least, and what is better for one and worse
// for nobody. Both are asked of the engine; neither is advice.

import { own } from "../case/own";
import type { Better, Outcome, WhyDraft } from "../answers/answers";
import { counted, rangeText } from "../case/words";
import { agreersText } from "../case/agreers";
import { contradicts, hasReadings, known } from "../state/asking";
import { packageOf, settledOf } from "../state/builder";
import { foundText, nearest, nearestQuestion, type Nearest } from "../state/nearest";
import { builderQuestion } from "../state/questions";
import { AcceptanceTag } from "./tags";
import { NoAnswer } from "./no-answer";
import { OptionText } from "./option";
import { OutcomeList } from "./outcome";
import { PartyName } from "./party";
import type { Dispatch, ScreenProps } from "./props";
import { T } from "./text";
import { Wait } from "./wait";

function differing(outcome: Outcome, now: Record<string, unknown>): string[] {
  return Object.keys(outcome).filter((issue) => String(own(now, issue)) !== String(outcome[issue]));
}

function TakeOver({ outcome, dispatch }: { outcome: Outcome; dispatch: Dispatch }) {
  return (
    <button type="button" onClick={() => dispatch({ kind: "load", now: packageOf(outcome) })}>
      Take it over
    </button>
  );
}

function Looking({ model, dispatch, found }: Pick<ScreenProps, "model" | "dispatch"> & { found: Nearest }) {
  const question = known(model, nearestQuestion(model, found.next ?? 0));
  return (
    <>
      <p class="note">
        {found.outcome
          ? `An acceptable package with ${counted(found.changes ?? 0, "change")} is found; looking for fewer.`
          : "Looking for an acceptable package."}
      </p>
      <Wait
        model={model}
        dispatch={dispatch}
        known={question}
        what={`whether ${counted(found.next ?? 0, "change")} are enough`}
        hasOlder={false}
      />
    </>
  );
}

function NearestView({ model, names, dispatch }: ScreenProps) {
  const found = nearest(model);
  if (found.next !== null) {
    return <Looking model={model} dispatch={dispatch} found={found} />;
  }
  if (found.outcome === null) {
    const where = hasReadings(model) ? " in any reading" : "";
    return (
      <p role="status">
        {found.problem ?? (
          <T>
            Under these entries no package is acceptable{where} to {agreersText(names.show)}.
          </T>
        )}
      </p>
    );
  }
  const changed = differing(found.outcome, model.builder.now);
  const settledCount = Object.keys(settledOf(model.builder.now)).length;
  return (
    <>
      <p role="status">{foundText(found, settledCount, names.show)}</p>
      {changed.length > 0 && <OutcomeList outcome={found.outcome} names={names} only={changed} />}
      {changed.length > 0 && <TakeOver outcome={found.outcome} dispatch={dispatch} />}
    </>
  );
}

function Improvement({
  better,
  isSure,
  model,
  names,
  dispatch,
}: ScreenProps & { better: Better & { outcome: Outcome }; isSure: boolean }) {
  return (
    <>
      <p>
        Better for a party whose consent counts and worse for none of them,{" "}
        {isSure ? "in every reading" : "in the central reading (the middle of every range)"}:
      </p>
      <OutcomeList outcome={better.outcome} names={names} only={differing(better.outcome, model.builder.now)} />
      {better.gains && (
        <p class="note">
          Change for each:{" "}
          {Object.entries(better.gains).map(([party, gain], at) => (
            <>
              {at > 0 && "; "}
              <PartyName names={names} id={party} /> {rangeText(gain)}
            </>
          ))}
        </p>
      )}
      <TakeOver outcome={better.outcome} dispatch={dispatch} />
    </>
  );
}

type Helpful = NonNullable<WhyDraft["changes"]>["helpful"];

interface SingleChangesProps extends Pick<ScreenProps, "names" | "dispatch"> {
  helpful: Helpful;
  /// As the package stands.
  parties: WhyDraft["parties"];
  isOpen: boolean;
}

/// Whose answer the change would make another.
function Moved({
  change,
  parties,
  names,
}: Pick<SingleChangesProps, "parties" | "names"> & { change: Helpful[number] }) {
  const moved = Object.entries(change.accepts).filter(([party, accepts]) => own(parties, party)?.accepts !== accepts);
  return (
    <span class="note">
      {moved.map(([party, accepts], at) => (
        <>
          {at > 0 && "; "}
          <PartyName names={names} id={party} /> <AcceptanceTag accepts={accepts} />
        </>
      ))}
    </span>
  );
}

function SingleChanges({ helpful, parties, isOpen, names, dispatch }: SingleChangesProps) {
  const choose = (change: Helpful[number]) => dispatch({ kind: "choose", issue: change.issue, option: change.to });
  return (
    <details open={isOpen}>
      <summary>Single changes that make it more acceptable to somebody ({helpful.length})</summary>
      <ul class="changes">
        {helpful.slice(0, 40).map((change) => (
          <li>
            <T>{names.issue(change.issue)}</T>: <OptionText issue={change.issue} option={change.to} names={names} />{" "}
            <AcceptanceTag accepts={change.agreement} />
            <Moved change={change} parties={parties} names={names} />
            <button type="button" class="small" onClick={() => choose(change)}>
              Choose
            </button>
          </li>
        ))}
      </ul>
      <p class="note">
        The first mark says whether the package would be acceptable then to <T>{agreersText(names.show)}</T>; behind it
        stands whose own answer would be another.
      </p>
    </details>
  );
}

function hasOutcome(better: Better | null | undefined): better is Better & { outcome: Outcome } {
  return better?.exists === true && better.outcome !== undefined;
}

function BetterView(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<WhyDraft>(model, builderQuestion(model, "why"));
  const sure = answer.data?.better?.every_reading;
  const central = answer.data?.better?.central_reading;
  const helpful = answer.data?.changes?.helpful ?? [];
  if (contradicts(model)) {
    return (
      <p role="status">
        <NoAnswer />
      </p>
    );
  }
  const isFound = hasOutcome(sure) || hasOutcome(central);
  if (Object.keys(settledOf(model.builder.now)).length === 0) {
    return <p role="status">Nothing is settled yet, so there is no package to improve on.</p>;
  }
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="improvements" hasOlder={false} />
      {answer.data && !isFound && (
        <p role="status">
          No package within all rules and limits was found that is better for a party whose consent counts and worse for
          none of them.
        </p>
      )}
      {hasOutcome(sure) && <Improvement {...props} better={sure} isSure />}
      {!hasOutcome(sure) && hasOutcome(central) && <Improvement {...props} better={central} isSure={false} />}
      {answer.data && helpful.length > 0 && (
        <SingleChanges
          helpful={helpful}
          parties={answer.data.parties}
          isOpen={!isFound}
          names={names}
          dispatch={dispatch}
        />
      )}
    </>
  );
}

export function Suggestions(props: ScreenProps) {
  const { model, dispatch } = props;
  const { builderAsked } = model.views;
  const ask = (what: "nearest" | "better") =>
    dispatch({ kind: "view", views: { builderAsked: builderAsked === what ? "none" : what } });
  return (
    <div class={builderAsked === "none" ? "card print-no" : "card"}>
      <h2>From here</h2>
      <div class="tools">
        <button type="button" aria-pressed={builderAsked === "nearest"} onClick={() => ask("nearest")}>
          Nearest acceptable package
        </button>
        <button type="button" aria-pressed={builderAsked === "better"} onClick={() => ask("better")}>
          Improvements for all
        </button>
      </div>
      <div>
        {builderAsked === "nearest" && <NearestView {...props} />}
        {builderAsked === "better" && <BetterView {...props} />}
      </div>
    </div>
  );
}
