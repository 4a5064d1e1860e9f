// Who is to go first: demands that something be done before something else, and at what risk.

import type { Step, StepSide, Steps } from "../answers/answers";
import type { Names } from "../case/names";
import { listText, rangeText } from "../case/words";
import { known } from "../state/asking";
import { stepsQuestion } from "../state/questions";
import { PartyName, PartyNames } from "./party";
import type { ScreenProps } from "./props";
import { VerdictTag } from "./tags";
import { Section, T } from "./text";
import { Below, Wait } from "./wait";

function sideText(side: StepSide, names: Names): string {
  const options = Object.entries(side.options ?? {}).map(
    ([issue, chosen]) => `${names.issue(issue)}: ${names.value(issue, chosen)}`,
  );
  return listText(side.object === null ? options : [...options, side.object]);
}

function AfterFirst({ step, names }: { step: Step; names: Names }) {
  if (step.after_first === null) {
    return null;
  }
  return (
    <p class="note">
      If the first is carried out and nothing follows, gain over no agreement:{" "}
      {Object.entries(step.after_first.parties).map(([party, after], at) => (
        <>
          {at > 0 && "; "}
          <PartyName names={names} id={party} /> {rangeText(after.surplus)}
        </>
      ))}
    </p>
  );
}

function speakersOf(said: string[], names: Names): string {
  const who = said.map((id) => names.show.statements.find((each) => each.id === id)?.who ?? id);
  return listText([...new Set(who)]);
}

function StepCard({ step, names }: { step: Step; names: Names }) {
  return (
    <li class="card">
      <p>
        <b>{step.number}</b> <T>{step.title ?? "A step"}</T>
        {step.demanded_by && (
          <>
            , demanded by <PartyName names={names} id={step.demanded_by} />
          </>
        )}
        {step.said.length > 0 && (
          <span class="note" title={step.said.join(", ")}>
            {" "}
            (said by <T>{speakersOf(step.said, names)}</T>)
          </span>
        )}
      </p>
      <p>
        First <T>{sideText(step.first, names)}</T>; then <T>{sideText(step.then, names)}</T>.
      </p>
      {step.goes_first.length > 0 && (
        <p class="note">
          Would go first: <PartyNames names={names} ids={step.goes_first} />.
        </p>
      )}
      {!step.can_hold_both && <p>No combination holds what comes first and what comes then.</p>}
      <AfterFirst step={step} names={names} />
    </li>
  );
}

function Outlook({ steps }: { steps: Steps }) {
  return (
    <>
      <p>
        {steps.conflicts.length === 0
          ? "One order keeps all of them."
          : `No order keeps all of them: ${steps.conflicts.map((each) => listText(each.map(String))).join("; ")} cannot all be kept.`}
      </p>
      <ul>
        {steps.verdicts.map((each) => (
          <li>
            Agreement that keeps them
            {each.object && (
              <>
                , on a <T>{each.object}</T>
              </>
            )}
            : <VerdictTag verdict={each.verdict} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function StepsSection({ model, names, dispatch }: ScreenProps) {
  const answer = known<Steps>(model, stepsQuestion(model));
  const steps = answer.latest;
  if (steps?.steps.length === 0) {
    return null;
  }
  return (
    <Section
      id="steps"
      title="Who is to go first"
      note="A step is no limit of anybody; the answer on the first screen does not use it."
    >
      <Wait model={model} dispatch={dispatch} known={answer} what="the order of steps" />
      {steps && (
        <Below known={answer}>
          <Outlook steps={steps} />
          <ol class="pairs">
            {steps.steps.map((step) => (
              <StepCard step={step} names={names} />
            ))}
          </ol>
        </Below>
      )}
    </Section>
  );
}
