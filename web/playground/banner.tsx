import { useEffect, useRef, useSyncExternalStore } from "react";
import { chosen, choose, onChoice } from "./memory";
import { OrganizationPicker } from "./organization-picker";
import { permissionWords, roleWords } from "./permissions";
import { signOut, switchTo, type Viewer } from "./session";
import { useAction } from "./use-action";

/** In whose name one acts here, with what rights, and in which organization. */
export function Banner(props: { viewer: Viewer; onChange: () => void }) {
  const { viewer } = props;
  const { account, membership } = viewer;
  const { pending, problem, run } = useAction(props.onChange);
  const support = membership.role === "SUPPORT";
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever has just signed in is told where they are.
  useEffect(() => title.current?.focus(), []);

  return (
    <header className="banner" data-support={support || undefined}>
      <h1 ref={title} tabIndex={-1}>
        Usher playground
      </h1>
      <p role="status">
        {support && (
          <strong className="warning">
            You act as platform support: every organization
          </strong>
        )}
        Signed in as <strong>{account.name}</strong> ({account.email}),{" "}
        {roleWords(membership.role)}
        {viewer.organization && ` at ${viewer.organization.name}`}
      </p>
      <Rights permissions={viewer.permissions} />
      <Place
        viewer={viewer}
        pending={pending}
        onSwitch={(id) => run(() => switchTo(id))}
      />
      <button type="button" disabled={pending} onClick={() => run(signOut)}>
        Sign out
      </button>
      {problem && <p role="alert">{problem}</p>}
    </header>
  );
}

/** What the viewer may do, in words. */
function Rights(props: { permissions: string[] }) {
  const { permissions } = props;
  if (permissions.length === 0) return <p>No rights as staff</p>;
  return (
    <details className="rights">
      <summary>
        {permissions.length} {permissions.length === 1 ? "right" : "rights"}
      </summary>
      <ul>
        {permissions.map((permission) => (
          <li key={permission}>{permissionWords(permission)}</li>
        ))}
      </ul>
    </details>
  );
}

/** The organization that is worked in, and how to change it. */
function Place(props: {
  viewer: Viewer;
  pending: boolean;
  onSwitch: (membership: string) => void;
}) {
  const { viewer } = props;
  const { memberships, membership, organization } = viewer;
  const picked = useSyncExternalStore(onChoice, chosenJSON);
  if (membership.role === "SUPPORT") {
    return <OrganizationPicker chosen={JSON.parse(picked)} onChoose={choose} />;
  }
  if (memberships.length < 2 || !organization) return null;
  return (
    <label>
      Organization{" "}
      <select
        value={membership.id}
        disabled={props.pending}
        onChange={(event) => props.onSwitch(event.target.value)}
      >
        {memberships.map(({ id, role, organization }) => (
          <option key={id} value={id}>
            {organization
              ? `${organization.name} (${roleWords(role)})`
              : roleWords(role)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** As text, because an object would be another one at each look. */
function chosenJSON(): string {
  return JSON.stringify(chosen());
}
