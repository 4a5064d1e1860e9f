// What the reader supposes, on every screen: said plainly, each with a way back.

import type { Check, Show } from "../answers/answers";
import { lessOf } from "../case/movement";
import { dateText } from "../case/words";
import { ask, enteredShow, known } from "../state/asking";
import type { Model } from "../state/model";
import { isAsEntered, type Scenario } from "../state/scenario";
import { isFitting, unfitting, type Unfitting } from "../state/unfitting";
import type { Action } from "../state/update";
import type { Names } from "../case/names";
import type { ScreenProps } from "./props";
import { VerdictTag } from "./tags";
import { T } from "./text";
import { Wait } from "./wait";

interface Change {
  text: preact.ComponentChildren;
  back: Action;
  name: string;
  /// False: it does not fit the others.
  fits?: boolean;
}

function Strong({ before, text }: { before: string; text: string }) {
  return (
    <>
      <T>{before}</T>{" "}
      <b>
        <T>{text}</T>
      </b>
    </>
  );
}

function answerChanges(scenario: Scenario, entered: Show, unfit: Unfitting): Change[] {
  const questions = new Map(entered.alternatives.map((each) => [each.id, each.question]));
  return Object.entries(scenario.answers).map(([question, answer]) => ({
    text: <Strong before={questions.get(question) ?? question} text={answer.replaceAll("_", " ")} />,
    back: { kind: "suppose", question, answer: null },
    name: `answer to ${question}`,
    fits: !unfit.answers.includes(question),
  }));
}

function entryChanges(scenario: Scenario, names: Names, unfit: Unfitting): Change[] {
  return Object.entries(scenario.sets).map(([address, value]) => ({
    text: <Strong before={`${names.entry(address)}:`} text={value} />,
    back: { kind: "set", address, value: null },
    name: `change of ${address}`,
    fits: !unfit.sets.includes(address),
  }));
}

function sourceChanges(scenario: Scenario, entered: Show, unfit: Unfitting): Change[] {
  const said = new Map(entered.statements.map((each) => [each.id, `${each.who}: ${each.claim}`]));
  return scenario.without.map((statement) => ({
    text: <Strong before="left out:" text={said.get(statement) ?? statement} />,
    back: { kind: "leave-out", statement, leave: false },
    name: `leaving out ${statement}`,
    fits: !unfit.without.includes(statement),
  }));
}

function changesOf(model: Model, names: Names): Change[] {
  const { scenario } = model;
  const entered = enteredShow(model);
  const unfit = unfitting(model);
  const date: Change = {
    text: <Strong before="with what was entered for" text={dateText(scenario.asOf)} />,
    back: { kind: "as-of", date: null },
    name: "date",
  };
  const movement: Change = {
    text: <Strong before="taken as made:" text={scenario.movement?.name ?? ""} />,
    back: { kind: "move", made: null },
    name: "movement",
  };
  return [
    ...(scenario.asOf === null ? [] : [date]),
    ...answerChanges(scenario, entered, unfit),
    ...(scenario.movement === null ? [] : [movement]),
    ...entryChanges(scenario, names, unfit),
    ...sourceChanges(scenario, entered, unfit),
  ];
}

/// A movement that the file supposes holds under all that is supposed here.
function alsoText(model: Model): string {
  return Object.keys(lessOf(enteredShow(model))).length > 0 ? ", with the movement that the file supposes" : "";
}

function AnswerThen({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  const check = known<Check>(model, ask(model, "check"));
  if (check.data) {
    return (
      <>
        {" "}
        Answer then{alsoText(model)}: <VerdictTag verdict={check.data.verdict} />
      </>
    );
  }
  if (check.problem !== null && !isFitting(unfitting(model))) {
    return (
      <p class="wait problem" role="alert">
        No answer: a change marked below does not fit the others. Take it back, or the one that it does not fit.
      </p>
    );
  }
  return <Wait model={model} dispatch={dispatch} known={check} what="the answer then" hasOlder={false} />;
}

/// What may surprise in what follows.
function Notes({ scenario, names }: { scenario: Scenario; names: Names }) {
  const hasEntries = Object.keys(scenario.sets).length > 0;
  const bears = Object.keys(lessOf(names.show)).length > 0;
  return (
    <>
      {hasEntries && <p class="note">Entries supposed here are counted as assumed.</p>}
      {bears && (
        <p class="note">
          Gains stay those over what a party has without agreement; under the movement it accepts below 0, down to the
          points named.
        </p>
      )}
      {scenario.movement !== null && <p class="note">Another change takes the movement back.</p>}
    </>
  );
}

export function Suppositions({ model, names, dispatch }: ScreenProps) {
  if (isAsEntered(model.scenario)) {
    return null;
  }
  return (
    <aside class="suppositions" aria-label="What you suppose">
      <div>
        <b>You suppose</b>, in this page only; the file stays as it is.
        <AnswerThen model={model} dispatch={dispatch} />
      </div>
      <ul>
        {changesOf(model, names).map((change) => (
          <li key={change.name}>
            <span>
              {change.text}
              {change.fits === false && <span class="note"> does not fit the other changes any more</span>}
            </span>
            <button
              type="button"
              class="small"
              aria-label={`${change.fits === false ? "Take this change back" : "Take back"}: ${change.name}`}
              onClick={() => dispatch(change.back)}
            >
              {change.fits === false ? "Take this change back" : "Take back"}
            </button>
          </li>
        ))}
      </ul>
      <Notes scenario={model.scenario} names={names} />
      <button type="button" onClick={() => dispatch({ kind: "reset" })}>
        Back to the file as entered
      </button>
    </aside>
  );
}
