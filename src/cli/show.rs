//! `dabir show ID`: one session or resolution in full. Does not know lists.

use super::args::Format;
use super::call::Call;
use super::fault::Fault;
use super::listing;
use super::resolutions::Known;
use super::sessions::listed_session;
use crate::calendar::Day;
use crate::domain::attendance::Attendance;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::FollowUpKind;
use crate::office::query::{ResolutionRow, SessionView};
use crate::office::read;
use crate::say::{self, clocks, sentences};
use crate::text::visible;
use crate::words::Words;

/// Shows it.
pub(super) fn run(call: &Call, id: &str) -> Result<(), Fault> {
    let id = id.trim();
    let store = call.read_store()?;
    let none = || Fault::not_done(call.say_with("refusal-no-such-record", &[("id", id.into())]));
    let resolution = id.contains('/').then(|| ResolutionId::from(id));
    let session = resolution
        .as_ref()
        .map_or_else(|| SessionId::from(id), ResolutionId::session);
    let view = read::session_alone(&store, &session, call.today())
        .map_err(|failure| call.failed(&store, &failure))?;
    let view = view.ok_or_else(none)?;
    let Some(resolution) = resolution else {
        return match call.format {
            Format::Json => listing::write_json(call, &listed_session(call, &view)),
            _ => call.print(&session_page(&call.words, &view, call.today())),
        };
    };
    let row = view
        .resolutions
        .iter()
        .find(|row| row.resolution.id == resolution)
        .ok_or_else(none)?;
    match call.format {
        Format::Json => listing::write_json(call, &Known::read(call, &store)?.listed(&call.words, row)),
        _ => {
            let mut page = Page {
                words: &call.words,
                lines: Vec::new(),
            };
            page.resolution(row);
            call.print(&page.lines.join("\n"))
        }
    }
}

/// Lines that grow. What is stored is foreign text: its controls are shown, never obeyed.
struct Page<'a> {
    words: &'a Words,
    lines: Vec<String>,
}

fn session_page(words: &Words, view: &SessionView, today: Day) -> String {
    let mut page = Page {
        words,
        lines: Vec::new(),
    };
    page.head(view);
    page.clocks(view, today);
    page.warnings(&view.warnings);
    page.list(
        "show-agenda",
        view.session.agenda.iter().map(|item| item.title.clone()),
    );
    page.roll(view);
    let note = |note: &crate::domain::session::Note| match &note.speaker {
        Some(speaker) => format!("{speaker}: {}", note.text),
        None => note.text.clone(),
    };
    page.list("show-notes", view.notes.iter().map(note));
    if !view.resolutions.is_empty() {
        page.section("show-resolutions");
        for row in &view.resolutions {
            page.resolution(row);
            page.lines.push(String::new());
        }
    }
    for annex in &view.session.annexes {
        page.section("show-annex");
        page.stored(annex.title.as_deref().unwrap_or_default());
        for row in &annex.rows {
            page.stored(&row.join(" │ "));
        }
    }
    page.list("show-signatures", view.session.signatures.iter().cloned());
    page.signing(view);
    page.corrections(view);
    page.kept(view);
    page.lines.join("\n")
}

impl Page<'_> {
    fn section(&mut self, id: &str) {
        self.lines.extend([String::new(), self.words.say(id)]);
    }

    /// Stored text, one line for each of its paragraphs.
    fn stored(&mut self, text: &str) {
        let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
        self.lines
            .extend(paragraphs.map(|line| visible(line).into_owned()));
    }

    /// «نام: مقدار», where there is a value.
    fn field(&mut self, id: &str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            self.lines.push(format!(
                "{}: {}",
                self.words.say(id),
                visible(&value.replace('\n', " "))
            ));
        }
    }

    fn list(&mut self, id: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if items.is_empty() {
            return;
        }
        self.section(id);
        for (place, item) in items.iter().enumerate() {
            self.stored(&format!("{}. {item}", self.words.number(place + 1)));
        }
    }

    fn head(&mut self, view: &SessionView) {
        let (session, words) = (&view.session, self.words);
        let number = |number: Option<String>| number.map(|n| words.number(n));
        self.stored(&view.body.name);
        self.field("head-id", Some(session.id.to_string()));
        self.field("head-ordinal", number(session.ordinal.map(|n| n.to_string())));
        self.field("head-year", number(session.year.map(|n| n.to_string())));
        self.field("head-kind", Some(say::kind(words, session.kind)));
        let day = session
            .date
            .map(|day| format!("{} {}", say::weekday(words, day), words.day(day)));
        self.field("head-date", day);
        self.field("head-start", session.start.map(|time| words.time(time)));
        self.field("head-end", session.end.map(|time| words.time(time)));
        self.field("head-place", session.place.clone());
        self.field("head-chair", session.chair.clone());
        self.field("head-secretary", session.secretary.clone());
        let invitation = [
            session.invitation_number.clone(),
            session.invitation_date.map(|day| words.day(day)),
        ];
        self.field(
            "head-invitation",
            Some(invitation.into_iter().flatten().collect::<Vec<_>>().join("، ")),
        );
        self.field("head-state", Some(say::state(words, session.state)));
    }

    /// The legal clocks of the session. Our own words: nothing in them is foreign.
    fn clocks(&mut self, view: &SessionView, today: Day) {
        for clock in view.body.clocks(&view.session, today) {
            self.lines.push(clocks::sentence(self.words, &clock).0);
        }
    }

    fn roll(&mut self, view: &SessionView) {
        if view.roll.is_empty() && view.session.guests.is_empty() {
            return;
        }
        self.section("show-attendance");
        for row in &view.roll {
            let line = format!(
                "{}: {}",
                row.seat.name,
                say::presence(self.words, row.attendance.status).0
            );
            let details = [person(&row.attendance), row.attendance.reason.clone()]
                .into_iter()
                .flatten();
            let details: Vec<String> = details.collect();
            let details = if details.is_empty() {
                String::new()
            } else {
                format!(" ({})", details.join("، "))
            };
            self.stored(&format!("{line}{details}").replace('\n', " "));
        }
        let guests: Vec<&str> = view
            .session
            .guests
            .iter()
            .map(|guest| guest.name.as_str())
            .collect();
        self.field("show-guests", Some(guests.join("؛ ")));
    }

    fn resolution(&mut self, row: &ResolutionRow) {
        let (resolution, words) = (&row.resolution, self.words);
        self.field("head-id", Some(resolution.id.to_string()));
        self.field("head-row", resolution.row.map(|row| words.number(row)));
        self.field("head-subject", resolution.subject.clone());
        self.stored(&resolution.text);
        self.field(
            "head-deadline",
            resolution.deadline.as_ref().map(|d| d.written.clone()),
        );
        // Our own words: nothing in them is foreign.
        let due = row.due.map(|day| due(words, row, day));
        self.lines
            .extend(due.map(|due| format!("{}: {due}", words.say("head-due"))));
        let responsible: Vec<&str> = resolution
            .responsible
            .iter()
            .map(|r| r.written.as_str())
            .collect();
        self.field("head-responsible", Some(responsible.join("؛ ")));
        self.field("head-status", Some(say::status(words, row.status, row.overdue).0));
        self.field(
            "head-follows",
            resolution.follows.as_ref().map(|f| f.written.clone()),
        );
        for extension in &resolution.extensions {
            let parts = [
                Some(extension.deadline.written.clone()),
                extension.granted_on.map(|day| words.day(day)),
                extension.by.clone(),
                extension.letter.clone(),
            ];
            self.field(
                "head-extension",
                Some(parts.into_iter().flatten().collect::<Vec<_>>().join("، ")),
            );
        }
        for follow_up in &resolution.follow_ups {
            let day = follow_up.date.map(|day| words.day(day));
            let is_reminder = follow_up.kind == FollowUpKind::Reminder;
            let reminder = is_reminder.then(|| words.say(say::follow_up_kind(follow_up.kind)));
            let parts = [
                reminder,
                day,
                follow_up.by.clone(),
                follow_up.letter.clone(),
                Some(follow_up.text.clone()),
            ];
            self.field(
                "head-follow-up",
                Some(parts.into_iter().flatten().collect::<Vec<_>>().join("، ")),
            );
        }
        self.warnings(&row.warnings);
    }

    fn signing(&mut self, view: &SessionView) {
        let words = self.words;
        if let Some(signing) = &view.session.signing {
            self.section("show-signing");
            self.field("head-chair", Some(signing.chair.clone()));
            self.field("head-secretary", Some(signing.secretary.clone()));
            self.field("head-date", Some(words.day(signing.date)));
        }
        if let Some(code) = &view.code {
            let agreement = sentences::agreement(words, code.agreement);
            self.lines
                .push(format!("{}: {} — {agreement}", words.say("head-code"), code.code));
        }
    }

    fn corrections(&mut self, view: &SessionView) {
        if view.corrections.is_empty() {
            return;
        }
        self.section("show-corrections");
        for correction in &view.corrections {
            let words = self.words;
            let by = correction
                .by
                .as_deref()
                .map(|by| visible(&by.replace('\n', " ")).into_owned());
            let who: Vec<String> = [Some(words.day(correction.date)), by]
                .into_iter()
                .flatten()
                .collect();
            let about = sentences::corrected(words, view, &correction.about);
            let number = words.number(correction.number);
            self.lines.push(format!("{number}. {about} ({})", who.join("، ")));
            self.field("head-was", Some(correction.was.clone()));
            self.field("head-shall-be", Some(correction.shall_be.clone()));
            self.field("head-reason", Some(correction.reason.clone()));
        }
    }

    fn warnings(&mut self, warnings: &[crate::domain::warnings::Warning]) {
        for warning in warnings {
            let warning = sentences::warning(self.words, warning);
            self.lines.push(
                self.words
                    .say_with("show-warning", &[("warning", warning.into())]),
            );
        }
    }

    fn kept(&mut self, view: &SessionView) {
        if view.kept.is_empty() {
            return;
        }
        self.section("show-kept");
        for line in &view.kept {
            self.stored(&format!(
                "{}: {}",
                self.words.number(line.number),
                line.text.replace('\n', " ")
            ));
        }
    }
}

/// The day with what makes it late: the first day where longer times were granted, and rounds without an answer.
fn due(words: &Words, row: &ResolutionRow, day: Day) -> String {
    let first = row.first_due.filter(|first| *first != day);
    let first = first.map(|first| words.say_with("show-first-due", &[("date", words.day(first).into())]));
    let missed = (row.missed > 0).then(|| words.say_with("rounds-missed", &[("count", row.missed.into())]));
    let parts = [Some(words.day(day)), first, missed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn person(attendance: &Attendance) -> Option<String> {
    let who = attendance.representative.as_ref();
    let parts = who.map(|who| {
        [who.name.clone(), who.post.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("، ")
    });
    parts
        .filter(|name| !name.is_empty())
        .or_else(|| attendance.person.clone())
}
