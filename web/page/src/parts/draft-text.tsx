// What a draft says of an issue: its option, its wording where the file has it, and its clause.

import { own } from "../case/own";
import type { Content, Draft, OptionId } from "../answers/answers";
import type { Names } from "../case/names";
import { OptionText } from "./option";
import { T } from "./text";

/// One option, [several in brackets], or unknown.
export function Says({ issue, value, names }: { issue: string; value: Content[string] | undefined; names: Names }) {
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
          <OptionText issue={issue} option={option} names={names} />
        </>
      ))}
      ]
    </span>
  );
}

function optionWording(names: Names, issue: string, option: OptionId): string | null {
  const options = names.show.issues.find((each) => each.id === issue)?.options ?? [];
  return options.find((each) => String(each.id) === String(option))?.text ?? null;
}

/// The draft's own words, or those that the file has for its option.
export function wordingOf(names: Names, draft: Draft, issue: string): string | null {
  const value = own(draft.content, issue);
  const isSettled = typeof value === "string" || typeof value === "number";
  return own(draft.texts, issue) ?? (isSettled ? optionWording(names, issue, value) : null);
}

export function DraftText({ draft, issue, names }: { draft: Draft; issue: string; names: Names }) {
  const wording = wordingOf(names, draft, issue);
  const number = own(draft.numbers, issue);
  return (
    <div class="draft-text">
      {number !== undefined && <span class="note">clause {number}: </span>}
      <Says issue={issue} value={own(draft.content, issue)} names={names} />
      {wording !== null && (
        <q class="wording">
          <T>{wording}</T>
        </q>
      )}
    </div>
  );
}

/// Whether the file knows something of what it says.
export function isKnown(draft: Draft): boolean {
  return Object.values(draft.content).some((value) => value !== null) || Object.keys(draft.texts).length > 0;
}
