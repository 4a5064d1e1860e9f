// An outcome, issue by issue, and a way to take it into the package builder.

import { own } from "../case/own";
import type { Outcome } from "../answers/answers";
import type { Names } from "../case/names";
import { packageOf } from "../state/builder";
import type { Dispatch } from "./props";
import { OptionText } from "./option";
import { T } from "./text";

export function OutcomeList({ outcome, names, only }: { outcome: Outcome; names: Names; only?: string[] }) {
  const issues = names.show.issues.filter(
    (issue) => own(outcome, issue.id) !== undefined && (!only || only.includes(issue.id)),
  );
  return (
    <dl class="outcome">
      {issues.map((issue) => {
        const option = own(outcome, issue.id) as string | number;
        return (
          <div>
            <dt>
              <T>{issue.title}</T>
            </dt>
            <dd>
              <OptionText issue={issue.id} option={option} names={names} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function ToBuilder({ outcome, dispatch, isSmall }: { outcome: Outcome; dispatch: Dispatch; isSmall?: boolean }) {
  const take = () => {
    dispatch({ kind: "load", now: packageOf(outcome) });
    dispatch({ kind: "go", screen: "package-builder" });
  };
  return (
    <button type="button" class={isSmall ? "small print-no" : "print-no"} onClick={take}>
      {isSmall ? "Open in builder" : "Open in the package builder"}
    </button>
  );
}
