import { NavLink } from "@mantine/core";
import {
  BarChartIcon,
  CardStackIcon,
  EnvelopeClosedIcon,
  GearIcon,
  GroupIcon,
  HomeIcon,
  IdCardIcon,
  PaperPlaneIcon,
  PersonIcon,
} from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useLivesTogether, useMay } from "../data/viewer";

/** The way around: only what the viewer may see, what they need most first. */
export function Navigation() {
  const may = useMay();
  const together = useLivesTogether();
  const households = (
    <Place to="/households" icon={<HomeIcon />} label="Households" />
  );
  const passes = may("MANAGE_PASSES") && (
    <Place to="/passes" icon={<IdCardIcon />} label="Access passes" />
  );
  return (
    <nav aria-label="Main">
      {may("INVITE") && may("CREATE_CONTACTS") && (
        <Place
          to="/invite"
          icon={<EnvelopeClosedIcon />}
          label={together ? "Invite members" : "Invite one"}
        />
      )}
      <Place to="/" icon={<BarChartIcon />} label="Overview" exact />
      <Place to="/contacts" icon={<PersonIcon />} label="Contacts" />
      {together && households}
      <Place to="/groups" icon={<GroupIcon />} label="Groups" />
      {together && passes}
      <Place to="/sending" icon={<PaperPlaneIcon />} label="Sending" />
      {!together && (
        <>
          {passes}
          {households}
        </>
      )}
      {may("MANAGE_BILLING") && (
        <Place to="/billing" icon={<CardStackIcon />} label="Billing" />
      )}
      {may("VIEW_CONTACTS") && (
        <Place to="/settings" icon={<GearIcon />} label="Settings" />
      )}
    </nav>
  );
}

function Place(props: {
  to: string;
  icon: ReactNode;
  label: string;
  exact?: boolean;
}) {
  const [location] = useLocation();
  const active = props.exact
    ? location === props.to
    : location.startsWith(props.to);
  return (
    <NavLink
      component={Link}
      to={props.to}
      label={props.label}
      leftSection={props.icon}
      active={active}
      aria-current={active ? "page" : undefined}
      className="place"
    />
  );
}
