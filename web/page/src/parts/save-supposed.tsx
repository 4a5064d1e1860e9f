// The case as it is supposed, kept as a file: the engine writes it, the browser offers it.

import { savingProblem, savingQuestion } from "../state/saving";
import type { Saving as Wish } from "../state/model";
import type { ScreenProps } from "./props";
import { Wait } from "./wait";

type SaveProps = Wish & Pick<ScreenProps, "dispatch"> & { children: string };

export function SaveButton({ dispatch, children, ...saving }: SaveProps) {
  return (
    <button type="button" onClick={() => dispatch({ kind: "save", saving })}>
      {children}
    </button>
  );
}

/// Beside the buttons: that the engine is at it, or why it cannot.
export function Saving({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  const { saving } = model;
  if (saving === null) {
    return null;
  }
  const problem = savingProblem(model);
  const question = savingQuestion(model, saving);
  const isThere = problem === null && model.replies[question.key] !== undefined;
  const answer = { data: null, latest: null, question, problem };
  return isThere ? null : <Wait model={model} dispatch={dispatch} known={answer} what={saving.name} />;
}
