// An option in the words of the case, marked where nobody in the file speaks of it.

import type { OptionId } from "../answers/answers";
import type { Names } from "../case/names";
import { Invented } from "./tags";
import { T } from "./text";

export function OptionText({ issue, option, names }: { issue: string; option: OptionId; names: Names }) {
  const text = names.option(issue, option);
  if (!names.isInvented(issue, option)) {
    return <T>{text}</T>;
  }
  // The mark says it; a title that says it, too, need not.
  const bare = text.replace(/\s*\(invented\)\s*$/, "");
  return (
    <>
      <T>{bare}</T> <Invented bySelf={bare !== text} />
    </>
  );
}
