//! The form that a draft was written in, opened by the key of the draft. Does not know what is written in it.

use crate::app::context::Context;
use crate::app::forms;
use crate::app::screens::Tab;
use crate::app::step::Step;
use crate::domain::attachment::AttachedTo;
use crate::domain::attendance::Presence;
use crate::domain::correction::Corrected;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::resolution::Resolution;
use crate::office::query::{ResolutionRow, RollRow, SessionView};

/// Where a draft was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DraftPlace {
    /// In a session, over this tab.
    Session(SessionId, Tab),
    /// Among members, organisations and bodies.
    Members,
    /// A new session of this body.
    NewSession(BodyId),
}

impl DraftPlace {
    /// None of a draft whose form is not opened by its key alone.
    pub fn of(key: &str) -> Option<DraftPlace> {
        let (kind, id) = key.split_once('/')?;
        if let ("session", Some(body)) = (kind, id.strip_prefix("new/")) {
            return Some(DraftPlace::NewSession(BodyId::from(body)));
        }
        let tab = match kind {
            "seat" | "body" | "organisation" | "rules" => return Some(DraftPlace::Members),
            // Of several at once: which ones they were is not in the key.
            _ if id.starts_with("several/") => return None,
            "resolution" | "vote" | "extension" | "answer" | "clause" => Tab::Resolutions,
            _ if kind.starts_with("follow") => Tab::Resolutions,
            "note" => Tab::Notes,
            "agenda" => Tab::Agenda,
            "guest" | "mark" => Tab::Attendance,
            "session" | "breaks" | "correction" | "signing" | "reopening" | "notification" | "attachment" => {
                Tab::Details
            }
            _ => return None,
        };
        let session = id.split('/').next().unwrap_or_default();
        Some(DraftPlace::Session(SessionId::from(session), tab))
    }
}

/// What a key says behind its kind: the parts of an id and what follows it.
struct DraftParts<'k> {
    kind: &'k str,
    /// All of it.
    id: &'k str,
    /// Behind the session.
    own: &'k str,
    /// Behind that.
    further: &'k str,
}

impl DraftParts<'_> {
    fn of(key: &str) -> DraftParts<'_> {
        let (kind, id) = key.split_once('/').unwrap_or((key, ""));
        let (_, rest) = id.split_once('/').unwrap_or((id, ""));
        let (own, further) = rest.split_once('/').unwrap_or((rest, ""));
        DraftParts {
            kind,
            id,
            own,
            further,
        }
    }

    /// The resolution that the first two parts of the id name.
    fn row<'v>(&self, view: &'v SessionView) -> Option<&'v ResolutionRow> {
        let named = |row: &&ResolutionRow| {
            let id = row.resolution.id.as_str();
            id.split_once('/').is_some_and(|(_, own)| own == self.own)
        };
        view.resolutions.iter().find(named)
    }

    fn seat<'v>(&self, view: &'v SessionView) -> Option<&'v RollRow> {
        view.roll.iter().find(|row| row.seat.id.as_str() == self.own)
    }
}

/// Opens the form of a draft of a session that was read; nothing where what it is of is gone.
pub(super) fn form_in_session(context: &Context, view: &SessionView, key: &str) -> Vec<Step> {
    let parts = DraftParts::of(key);
    let session = &view.session;
    let steps = match parts.kind {
        "resolution" if parts.own.is_empty() => {
            Some(forms::new_resolution(context, session, Resolution::default()))
        }
        "note" if parts.own.is_empty() => Some(forms::new_note(context, session, None)),
        "note" => {
            let note = view.notes.iter().find(|note| note.id.as_str() == parts.id);
            note.map(|note| forms::edit_note(context, session, note))
        }
        "agenda" => Some(forms::agenda_item(context, session, parts.own.parse().ok())),
        "guest" => Some(forms::guest(session, parts.own.parse().ok())),
        "mark" => parts
            .seat(view)
            .map(|row| mark(context, view, row, parts.further)),
        "breaks" => Some(forms::breaks(context, session)),
        "session" => Some(forms::edit_session(context, session.clone())),
        "signing" => Some(forms::signing(context, session)),
        "reopening" => Some(forms::reopening(context, session)),
        "notification" => Some(forms::notification(context, &session.id)),
        "correction" => {
            let clause = Some(parts.further).filter(|letter| !letter.is_empty());
            let clause = clause.map(str::to_owned);
            corrected(view, &parts).map(|about| forms::correction(context, view, about, clause))
        }
        "attachment" => Some(attachment(view, &parts)),
        _ => parts
            .row(view)
            .map(|row| form_of_resolution(context, row, &parts)),
    };
    steps.unwrap_or_default()
}

fn form_of_resolution(context: &Context, row: &ResolutionRow, parts: &DraftParts) -> Vec<Step> {
    match parts.kind {
        "vote" => forms::vote(context, row),
        "answer" => forms::answer(context, &row.resolution),
        "clause" => forms::edit_clause(context, row, parts.further),
        "extension" => {
            let clause = Some(parts.further).filter(|letter| !letter.is_empty());
            forms::extend(context, row, clause.map(str::to_owned))
        }
        kind if kind.starts_with("follow") => match parts.further.parse() {
            Ok(at) => forms::edit_follow_up(context, row, at),
            Err(_) => forms::follow_up(context, row, None),
        },
        _ => forms::edit_resolution(context, row),
    }
}

/// The whole form of a seat; the small one where the key says for which way of being there it asked.
fn mark(context: &Context, view: &SessionView, row: &RollRow, word: &str) -> Vec<Step> {
    let asked = Presence::ALL.into_iter().find(|presence| presence.word() == word);
    let status = asked.unwrap_or(row.attendance.status);
    forms::mark(context, &view.session, row, status, asked.is_some())
}

fn corrected(view: &SessionView, parts: &DraftParts) -> Option<Corrected> {
    if parts.own.is_empty() {
        return Some(Corrected::Session);
    }
    let seat = parts
        .seat(view)
        .map(|row| Corrected::Attendance(row.seat.id.clone()));
    let note = || {
        let note = view.notes.iter().find(|note| note.id.as_str() == parts.id)?;
        Some(Corrected::Note(note.id.clone()))
    };
    let resolution = || {
        parts
            .row(view)
            .map(|row| Corrected::Resolution(row.resolution.id.clone()))
    };
    seat.or_else(note).or_else(resolution)
}

fn attachment(view: &SessionView, parts: &DraftParts) -> Vec<Step> {
    let id = view.session.id.clone();
    let number = parts.further.parse().ok().filter(|_| parts.own == "item");
    if let Some(item) = number.and_then(|number| Some((number, view.session.item(number)?))) {
        return forms::attachment(AttachedTo::Item(id, item.0), item.1.title.clone());
    }
    match parts.row(view) {
        Some(row) => {
            let name = row.resolution.name().to_owned();
            forms::attachment(AttachedTo::Resolution(row.resolution.id.clone()), name)
        }
        None => forms::attachment(AttachedTo::Session(id), view.body.brief().to_owned()),
    }
}

/// Opens the form of a draft of members, organisations or bodies; none while they are not read.
pub(super) fn form_of_members(context: &Context, key: &str) -> Option<Vec<Step>> {
    let (kind, id) = key.split_once('/')?;
    if kind == "organisation" {
        let all = context.books.organisations.as_ref()?;
        let found = all.rows.iter().find(|one| one.id.as_str() == id);
        return Some(forms::organisation(found.cloned()));
    }
    let bodies = context.books.bodies.as_ref()?;
    let (first, second) = id.split_once('/').unwrap_or((id, ""));
    let body = bodies.iter().find(|(body, _)| body.id.as_str() == first);
    Some(match (kind, body) {
        ("body", None) => forms::new_body(context),
        ("body", Some((body, _))) => forms::edit_body(context, body.clone()),
        ("seat", Some((body, seats))) => match seats.iter().find(|seat| seat.id.as_str() == second) {
            Some(seat) => forms::edit_seat(context, seat.clone()),
            None => forms::new_seat(context, &body.id),
        },
        ("rules", Some((body, _))) => forms::rules_at(context, body, second.parse().ok()),
        _ => Vec::new(),
    })
}
