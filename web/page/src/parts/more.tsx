// Below a list of which a portion is drawn: how much of it, and the rest on demand.

import { countText } from "../case/words";
import { portion } from "../state/portions";
import type { ScreenProps } from "./props";

type MoreProps = Pick<ScreenProps, "model" | "dispatch"> & { list: string; count: number; what: string };

export function More({ list, count, what, model, dispatch }: MoreProps) {
  const shown = model.views.portions[list] ?? portion;
  if (count <= shown) {
    return null;
  }
  const show = (next: number) =>
    dispatch({ kind: "view", views: { portions: { ...model.views.portions, [list]: next } } });
  return (
    <div class="tools more">
      <span class="note">
        {countText(shown)} of {countText(count)} {what} are shown here and printed.
      </span>
      {count - shown > portion && (
        <button type="button" onClick={() => show(shown + portion)}>
          Show {portion} more
        </button>
      )}
      <button type="button" onClick={() => show(count)}>
        Show all {countText(count)}
      </button>
    </div>
  );
}
