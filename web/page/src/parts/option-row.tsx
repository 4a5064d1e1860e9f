// One issue of the package: its options as buttons, or a slider where it is a number.

import { own } from "../case/own";
import { Table } from "./table";
import { Component } from "preact";
import { useState } from "preact/hooks";
import type { Issue, OptionId } from "../answers/answers";
import { isNumber, type Names } from "../case/names";
import { PartyName } from "./party";
import type { Dispatch } from "./props";
import { OptionText } from "./option";
import { T } from "./text";

interface RowProps {
  issue: Issue;
  chosen: OptionId | null;
  names: Names;
  dispatch: Dispatch;
}

const mostButtons = 50;

/// Thousands of buttons stall a browser; a list of its own does not.
function Choice({ issue, chosen, names, dispatch }: RowProps) {
  const choose = (event: Event) => {
    const option = issue.options[Number((event.currentTarget as HTMLSelectElement).value)];
    dispatch({ kind: "choose", issue: issue.id, option: option?.id ?? null });
  };
  return (
    <select
      aria-label={issue.title}
      value={issue.options.findIndex((option) => option.id === chosen)}
      onChange={choose}
    >
      <option value={-1}>open</option>
      {issue.options.map((option, at) => (
        <option value={at}>{names.value(issue.id, option.id)}</option>
      ))}
    </select>
  );
}

function Buttons({ issue, chosen, names, dispatch }: RowProps) {
  const choose = (option: OptionId | null) => dispatch({ kind: "choose", issue: issue.id, option });
  return (
    <div class="choices">
      {issue.options.map((option) => (
        <label class={chosen === option.id ? "chosen" : ""}>
          <input
            type="radio"
            name={`option-${issue.id}`}
            checked={chosen === option.id}
            onChange={() => choose(option.id)}
          />
          <OptionText issue={issue.id} option={option.id} names={names} />
        </label>
      ))}
      <label class={chosen === null ? "chosen open" : "open"}>
        <input type="radio" name={`option-${issue.id}`} checked={chosen === null} onChange={() => choose(null)} />
        open
      </label>
    </div>
  );
}

function Slider({ issue, chosen, names, dispatch }: RowProps) {
  const last = issue.options.length - 1;
  const at = issue.options.findIndex((option) => option.id === chosen);
  const place = at < 0 ? Math.floor(last / 2) : at;
  const choose = (event: Event) => {
    const option = issue.options[Number((event.currentTarget as HTMLInputElement).value)];
    dispatch({ kind: "choose", issue: issue.id, option: option?.id ?? null });
  };
  const text = chosen === null ? "open" : names.option(issue.id, chosen);
  return (
    <div class={chosen === null ? "slider open" : "slider"}>
      <output>{text}</output>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={place}
        aria-label={issue.title}
        aria-valuetext={text}
        onInput={choose}
        onClick={chosen === null ? choose : undefined}
      />
      <span class="slider-ends" aria-hidden="true">
        <span>{issue.options[0]?.title}</span>
        <span>{issue.options[last]?.title}</span>
      </span>
      <button
        type="button"
        class="small"
        disabled={chosen === null}
        onClick={() => dispatch({ kind: "choose", issue: issue.id, option: null })}
      >
        Leave open
      </button>
    </div>
  );
}

/// How each party rates each option, with what is assumed looking so.
function Ratings({ issue, names }: Pick<RowProps, "issue" | "names">) {
  return (
    <Table
      label={`How parties rate the options of ${issue.title}`}
      head={
        <>
          <th scope="col">Party</th>
          {issue.options.map((option) => (
            <th scope="col">
              <OptionText issue={issue.id} option={option.id} names={names} />
            </th>
          ))}
        </>
      }
    >
      {Object.entries(issue.parties).map(([party, on]) => (
        <tr>
          <th scope="row">
            <PartyName names={names} id={party} />
          </th>
          {issue.options.map((option) => {
            const entry = own(on.scores ?? on.stances, String(option.id));
            return (
              <td>
                {entry ? (
                  <span class={`entry ${entry.basis}`}>
                    <T>{entry.text}</T>
                  </span>
                ) : (
                  "–"
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

function Row(props: RowProps) {
  const { issue, names } = props;
  const [isOpen, setOpen] = useState(false);
  const isLong = issue.options.length > mostButtons;
  const isOnScale = issue.range !== null && issue.options.length > 2;
  return (
    <fieldset class="option-row" data-issue={issue.id}>
      <legend>
        {isNumber(issue.point) && <span class="note">point {issue.point} · </span>}
        <T>{issue.title}</T>
      </legend>
      {isOnScale ? <Slider {...props} /> : isLong ? <Choice {...props} /> : <Buttons {...props} />}
      <details class="print-no" onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
        <summary class="quiet">How parties rate it</summary>
        {isOpen && <Ratings issue={issue} names={names} />}
      </details>
    </fieldset>
  );
}

/// With many issues only the row that changes is drawn anew, so that an answer comes at once.
export class OptionRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps) {
    return next.issue !== this.props.issue || next.chosen !== this.props.chosen || next.names !== this.props.names;
  }

  override render() {
    return <Row {...this.props} />;
  }
}
