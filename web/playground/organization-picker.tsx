import { useEffect, useId, useRef, useState } from "react";
import { findOrganizations, type Organization } from "./session";

/** Milliseconds without a key after which a search begins. */
const pause = 200;

type Found = Awaited<ReturnType<typeof findOrganizations>>;

/** Lets support pick the organization to work in, by a part of its name. */
export function OrganizationPicker(props: {
  chosen: Organization | null;
  onChoose: (organization: Organization | null) => void;
}) {
  const { chosen } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className="picker"
      onKeyDown={(event) => event.key === "Escape" && open && close()}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {chosen ? (
          <>
            Working in <strong>{chosen.name}</strong>: change
          </>
        ) : (
          "Pick an organization"
        )}
      </button>
      <div id={id} hidden={!open}>
        {open && (
          <Search
            chosen={chosen}
            onChoose={(organization) => {
              props.onChoose(organization);
              close();
            }}
          />
        )}
      </div>
    </div>
  );
}

function Search(props: {
  chosen: Organization | null;
  onChoose: (organization: Organization | null) => void;
}) {
  const [search, setSearch] = useState("");
  const { found, problem } = useFound(search);
  const id = useId();
  return (
    <div className="panel" role="group" aria-label="Pick an organization">
      <label htmlFor={id}>Part of its name</label>
      <input
        id={id}
        type="search"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {problem && <p role="alert">{problem}</p>}
      <p role="status">{found ? countWords(found) : !problem && "Looking…"}</p>
      <ul>
        {found?.found.map((organization) => (
          <li key={organization.id}>
            <button
              type="button"
              aria-current={organization.id === props.chosen?.id || undefined}
              onClick={() =>
                props.onChoose({
                  id: organization.id,
                  name: organization.name,
                })
              }
            >
              {organization.name}
              <small>{organization.preset.toLowerCase()}</small>
            </button>
          </li>
        ))}
      </ul>
      {props.chosen && (
        <button type="button" onClick={() => props.onChoose(null)}>
          Work in none
        </button>
      )}
    </div>
  );
}

/** What is found by the newest search; the list before stays until it is there. */
function useFound(search: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(
      () =>
        findOrganizations(search.trim()).then(
          (result) => {
            if (stale) return;
            setFound(result);
            setProblem("");
          },
          (error: Error) => !stale && setProblem(error.message),
        ),
      search ? pause : 0,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [search]);
  return { found, problem };
}

function countWords({ found, more }: Found): string {
  if (more) return `The first ${found.length}; type more of the name.`;
  if (found.length === 0) return "No organization has that in its name.";
  return found.length === 1
    ? "One organization"
    : `${found.length} organizations`;
}
