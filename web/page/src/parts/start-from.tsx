// Loads a draft, or the combination named in the answer, into the builder: chosen first, loaded on
// request, so that looking through the list changes nothing.

import type { Check, Content } from "../answers/answers";
import { ask, known } from "../state/asking";
import { packageOf } from "../state/builder";
import type { ScreenProps } from "./props";

/// Of the answer under what is supposed.
function exampleOf(model: ScreenProps["model"]): Content | null {
  const check = known<Check>(model, ask(model, "check")).data;
  return check?.outcome ?? check?.possible_outcome ?? null;
}

export function StartFrom({ model, names, dispatch }: ScreenProps) {
  const example = exampleOf(model);
  const load = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget as HTMLFormElement).get("start"));
    const draft = names.show.drafts.find((each) => `draft ${each.id}` === chosen);
    const content = chosen === "example" ? example : draft?.content;
    dispatch({ kind: "load", now: packageOf(content ?? {}) });
  };
  return (
    <form class="tools start-from" onSubmit={load}>
      <label>
        Start from
        <select name="start" aria-label="Start from">
          <option value="nothing">nothing settled</option>
          {names.show.drafts.map((draft) => (
            <option value={`draft ${draft.id}`} title={draft.id}>
              draft {names.draft(draft.id)}
            </option>
          ))}
          {example && <option value="example">the combination named in the answer</option>}
        </select>
      </label>
      <button type="submit">Load</button>
    </form>
  );
}
