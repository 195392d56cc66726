import { NativeSelect, NavLink } from "@mantine/core";
import type { ComponentType } from "react";
import { Link, Redirect, useLocation, useParams } from "wouter";
import { useMay } from "../../data/viewer";
import { Missing } from "../../shell/missing";
import { Page } from "../../ui/page";
import { Locations } from "./locations";
import { OrganizationSettings } from "./organization";
import { PolicySettings } from "./policy";
import { Programs } from "./programs";
import { ReadOnly } from "./read-only";
import { sections, type Section } from "./sections";
import style from "./settings.module.css";
import { StaffSettings } from "./staff";

const contents: Record<Section["key"], ComponentType<{ may: boolean }>> = {
  organization: OrganizationSettings,
  policy: PolicySettings,
  programs: Programs,
  locations: Locations,
  staff: StaffSettings,
};

/** The organization's settings, a section at each address. */
export function Settings() {
  const { section: key } = useParams<{ section?: string }>();
  const may = useMay();
  if (!key) return <Redirect to="/settings/organization" replace />;
  // Groups have pages of their own.
  if (key === "groups") return <Redirect to="/groups" replace />;
  const section = sections.find((s) => s.key === key);
  if (!section) return <Missing />;
  const Content = contents[section.key];
  const allowed = may(section.permission);
  return (
    <div className={style.layout}>
      <Sections current={section} />
      {/* A section is a page of its own: its heading takes the focus. */}
      <Page key={section.key} title={section.title} lead={section.lead}>
        {!allowed && <ReadOnly section={section} />}
        <Content may={allowed} />
      </Page>
    </div>
  );
}

/** The sections: a list at the side, a choice on phones. */
function Sections(props: { current: Section }) {
  const [, navigate] = useLocation();
  return (
    <nav aria-label="Settings" className={style.sections}>
      <NativeSelect
        hiddenFrom="md"
        aria-label="Section of the settings"
        value={props.current.key}
        data={sections.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(event) => navigate(`/settings/${event.target.value}`)}
      />
      <div className={style.list}>
        {sections.map(({ key, title }) => {
          const active = key === props.current.key;
          return (
            <NavLink
              key={key}
              component={Link}
              to={`/settings/${key}`}
              label={title}
              active={active}
              aria-current={active ? "page" : undefined}
              className="place"
            />
          );
        })}
      </div>
    </nav>
  );
}
