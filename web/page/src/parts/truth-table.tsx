// The questions a file leaves open, and the answer under each: the heart of the first screen.

import { own } from "../case/own";
import { Heads, Table } from "./table";
import type { Check, OpenQuestion } from "../answers/answers";
import type { Names } from "../case/names";
import { oneAtATime, truthTable, type Line } from "../case/table";
import { counted } from "../case/words";
import { enteredCheck } from "../state/asking";
import { isAsEntered } from "../state/scenario";
import type { ScreenProps } from "./props";
import { VerdictTag } from "./tags";
import { Section, T } from "./text";

type TableProps = ScreenProps & { check: Check };

function AnswerButtons({
  question,
  model,
  dispatch,
}: { question: OpenQuestion } & Pick<ScreenProps, "model" | "dispatch">) {
  const chosen = own(model.scenario.answers, question.id) ?? null;
  const choices: [string | null, string][] = [
    [null, "as in the file"],
    ...Object.keys(question.answers).map((answer): [string, string] => [answer, answer.replaceAll("_", " ")]),
  ];
  return (
    <fieldset class="choices">
      <legend>
        <T>{question.question}</T>
      </legend>
      {choices.map(([answer, text]) => (
        <label class={chosen === answer ? "chosen" : ""}>
          <input
            type="radio"
            name={`suppose-${question.id}`}
            checked={chosen === answer}
            onChange={() => dispatch({ kind: "suppose", question: question.id, answer })}
          />
          <T>{text}</T>
        </label>
      ))}
    </fieldset>
  );
}

/// Questions keep their places: one that is supposed to be answered is no longer in the engine's list,
/// and stands where it stood as entered.
function questionsOf({ check, model }: Pick<TableProps, "check" | "model">): OpenQuestion[] {
  const open = check.alternatives.filter((question) => question.evaluated);
  const before = enteredCheck(model).alternatives.filter((question) => question.evaluated);
  const kept = before.filter(
    (question) =>
      own(model.scenario.answers, question.id) !== undefined || open.some((each) => each.id === question.id),
  );
  return [...kept, ...open.filter((question) => !before.some((each) => each.id === question.id))];
}

function Then({ line }: { line: Pick<Line, "verdict" | "problem"> }) {
  return (
    <td>
      <VerdictTag verdict={line.verdict} />
      {line.problem !== undefined && (
        <span class="note block">
          <T>{line.problem}</T>
        </span>
      )}
    </td>
  );
}

function Picks({ answers, questions, names }: Pick<Line, "answers"> & { questions: OpenQuestion[]; names: Names }) {
  return (
    <td>
      {Object.entries(answers).map(([id, answer]) => {
        const at = questions.findIndex((question) => question.id === id);
        return (
          <span class="pick" title={questions[at]?.question ?? names.entry(id)}>
            <span class="pick-number">{at + 1}</span>
            <T>{answer.replaceAll("_", " ")}</T>
          </span>
        );
      })}
    </td>
  );
}

interface LinesProps {
  lines: Line[];
  otherwise: Check["verdict"] | null;
  questions: OpenQuestion[];
  names: Names;
  label: string;
}

function Lines({ lines, otherwise, questions, names, label }: LinesProps) {
  return (
    <Table label={label} look="truth" head={<Heads texts={["If the answers are", "then"]} />}>
      {lines.map((line) => (
        <tr>
          <Picks answers={line.answers} questions={questions} names={names} />
          <Then line={line} />
        </tr>
      ))}
      {otherwise && (
        <tr>
          <td>{lines.length === 0 ? "whatever they are" : "otherwise"}</td>
          <Then line={{ verdict: otherwise }} />
        </tr>
      )}
    </Table>
  );
}

function AllCombinations({ check, questions, names }: { check: Check; questions: OpenQuestion[]; names: Names }) {
  return (
    <details>
      <summary>All {check.combinations?.length} combinations of answers</summary>
      <Lines
        lines={check.combinations ?? []}
        otherwise={null}
        questions={questions}
        names={names}
        label="All combinations of answers"
      />
    </details>
  );
}

interface TablesProps {
  check: Check;
  questions: OpenQuestion[];
  names: Names;
  openCount: number;
}

function Tables({ check, questions, names, openCount }: TablesProps) {
  const table = truthTable(check);
  if (table.questions.length === 0) {
    return openCount === 0 ? null : (
      <>
        <p class="note">
          Each question was answered by itself, the others as in the file; all answers together are too many to try.
        </p>
        <Lines
          lines={oneAtATime(check)}
          otherwise={null}
          questions={questions}
          names={names}
          label="One question at a time"
        />
      </>
    );
  }
  return (
    <>
      <Lines
        lines={table.lines}
        otherwise={table.otherwise}
        questions={questions}
        names={names}
        label="Answers and what follows"
      />
      {(check.combinations ?? []).length > table.lines.length + 1 && (
        <AllCombinations check={check} questions={questions} names={names} />
      )}
    </>
  );
}

const unusedReasons: Record<string, string> = {
  draft_on_table: "as verdicts are about all combinations, whoever laid a text on the table",
  judgement: "as the draft judged leaves open what the party rates, or nothing is said of its worth",
  alternative: "as what their answers set is used by none",
};

/// No verdict uses their answers: that says nothing about whether they matter.
function Unused({ questions }: { questions: OpenQuestion[] }) {
  const kinds = [...new Set(questions.map((question) => question.kind))];
  return questions.length === 0 ? null : (
    <details>
      <summary>{counted(questions.length, "open question")} that no verdict uses</summary>
      {kinds.map((kind) => (
        <>
          <p class="note">Used by no verdict, {unusedReasons[kind] ?? "and nothing is known of their effect"}:</p>
          <ul>
            {questions
              .filter((question) => question.kind === kind)
              .map((question) => (
                <li>
                  <T>{question.question}</T>
                </li>
              ))}
          </ul>
        </>
      ))}
    </details>
  );
}

function noteText(questions: OpenQuestion[], isEntered: boolean): string {
  if (questions.length === 0) {
    return "No question of this file has answers that a verdict uses.";
  }
  const isRanked = isEntered && questions.length > 1;
  const ranked = isRanked ? ", the one that changes the answer most often first" : "";
  return `Questions this file leaves open${ranked}. Suppose an answer, and the whole page follows.`;
}

export function TruthTableView({ check, model, names, dispatch }: TableProps) {
  const questions = questionsOf({ check, model });
  const unused = check.alternatives.filter((question) => !question.evaluated);
  if (questions.length === 0 && unused.length === 0) {
    return (
      <Section id="turns" title="What it turns on">
        <p>This file leaves no question open.</p>
      </Section>
    );
  }
  const note = noteText(questions, isAsEntered(model.scenario));
  const openCount = questions.length - Object.keys(model.scenario.answers).length;
  return (
    <Section id="turns" title="What it turns on" note={note}>
      <ol class="questions">
        {questions.map((question) => (
          <li>
            <AnswerButtons question={question} model={model} dispatch={dispatch} />
          </li>
        ))}
      </ol>
      <Tables check={check} questions={questions} names={names} openCount={openCount} />
      <Unused questions={unused} />
    </Section>
  );
}
