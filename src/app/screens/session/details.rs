//! The details of a session: its head, and everything in it that the secretary should look at. To be read.

use crate::app::context::Context;
use crate::app::keys::Act;
use crate::app::locked::locked;
use crate::app::screens::attachments;
use crate::app::screens::tables::{scrolled, settle_page};
use crate::app::step::Step;
use crate::app::{clocks, forms, say, sentences};
use crate::domain::attachment::AttachedTo;
use crate::domain::session::Session;
use crate::office::query::SessionView;
use crate::papers::versions::opening;
use crate::ui::{Area, Canvas, Key, ListState, PageEntry, Piece, Role, page_rows, paint_page};
use crate::words::Words;

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    act: Act,
    key: Key,
) -> Vec<Step> {
    let area = context.body;
    if act == Act::Attach {
        let session = &view.session;
        let to = AttachedTo::Session(session.id.clone());
        let of = say::session_name(context.words, session, view.body.brief());
        return match locked(session) {
            Some(step) => vec![step],
            None => attachments::ask(context, to, of, &session.attachments),
        };
    }
    let lines = page_rows(context.look, area.columns, &entries(context, view));
    if !scrolled(list, act, key, lines, area.rows) && act == Act::Edit {
        return forms::edit_session(context, view.session.clone());
    }
    Vec::new()
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    let area = context.body;
    settle_page(
        list,
        page_rows(context.look, area.columns, &entries(context, view)),
        area.rows,
    );
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    paint_page(canvas, area, &entries(context, view), list.top);
}

fn entries(context: &Context, view: &SessionView) -> Vec<PageEntry> {
    let words = context.words;
    let session = &view.session;
    let mut page = DetailEntries {
        words,
        entries: Vec::new(),
    };
    page.ours("field-body", view.body.name.clone());
    if let Some(ordinal) = session.ordinal {
        page.ours("field-ordinal", words.number(ordinal));
    }
    if let Some(year) = session.year {
        page.ours("field-year", words.number(year));
    }
    page.ours("field-kind", say::kind(words, session.kind));
    page.ours(
        "field-date",
        session
            .date
            .map(|day| say::day_long(words, day))
            .unwrap_or_default(),
    );
    let term = session.date.and_then(|day| view.body.term_on(day));
    page.stored("field-term", term.map(|term| term.name.as_str()));
    page.ours(
        "field-start",
        session.start.map(|time| words.time(time)).unwrap_or_default(),
    );
    page.ours(
        "field-end",
        session.end.map(|time| words.time(time)).unwrap_or_default(),
    );
    if !session.breaks.is_empty() {
        page.ours("field-breaks", say::stretches(words, &session.breaks));
    }
    page.stored("field-place", session.place.as_deref());
    page.stored("field-chair", session.chair.as_deref());
    page.stored("field-secretary", session.secretary.as_deref());
    page.stored("field-invitation-number", session.invitation_number.as_deref());
    page.ours(
        "field-invitation-date",
        session
            .invitation_date
            .map(|day| words.day(day))
            .unwrap_or_default(),
    );
    page.ours(
        "field-notified",
        session.notified.map(|day| words.day(day)).unwrap_or_default(),
    );
    for clock in view.body.clocks(session, context.setup.today) {
        let (text, role) = clocks::in_full(words, &clock);
        page.many(clocks::label(clock.kind), vec![Piece::ours(text).role(role)]);
    }
    page.many("field-code", code(context, view));
    add_annexes(&mut page, context, session);
    page.many("field-warnings", warnings(context, view));
    page.entries
}

/// What stood behind the minutes: the lines of signatures, the annexes with their rows, and the files.
fn add_annexes(page: &mut DetailEntries, context: &Context, session: &Session) {
    page.many(
        "field-signatures",
        session
            .signatures
            .iter()
            .map(|line| Piece::stored(line.clone()))
            .collect(),
    );
    for annex in &session.annexes {
        let rows = annex
            .rows
            .iter()
            .map(|row| Piece::stored(row.join(" │ ")))
            .collect::<Vec<_>>();
        let title = annex
            .title
            .iter()
            .map(|title| Piece::stored(title.clone()).role(Role::Strong));
        page.many("field-annex", title.chain(rows).collect());
    }
    page.many(
        "head-attachment",
        attachments::pieces(context, &session.attachments),
    );
}

/// The code of final minutes, whether it still agrees with them, who signed, and how many corrections there are.
fn code(context: &Context, view: &SessionView) -> Vec<Piece> {
    let words = context.words;
    let mut pieces = Vec::new();
    if let Some(code) = &view.code {
        let agreement = sentences::agreement(words, code.agreement);
        pieces.push(Piece::ours(crate::text::isolate(&code.code)).role(Role::Strong));
        pieces.push(Piece::ours(agreement).role(sentences::agreement_role(code.agreement)));
        let told = sentences::about_code(words, view, code).into_iter();
        pieces.extend(told.map(|told| Piece::ours(told).role(Role::Warn)));
    }
    pieces.extend(sentences::signed(words, &view.session).map(Piece::ours));
    let opened = view.versions.iter().filter_map(|one| opening(words, one));
    pieces.extend(opened.map(|told| Piece::ours(told).role(Role::Faint)));
    if !view.corrections.is_empty() {
        let args = [("count", view.corrections.len().into())];
        pieces.push(Piece::ours(words.say_with("corrections-count", &args)).role(Role::Warn));
    }
    pieces
}

/// The warnings of the session and then of its resolutions, these with their row.
fn warnings(context: &Context, view: &SessionView) -> Vec<Piece> {
    let words = context.words;
    let own = view
        .warnings
        .iter()
        .map(|warning| sentences::warning(words, warning));
    let of_rows = view.resolutions.iter().zip(1u32..).flat_map(|(row, place)| {
        let number = row.resolution.row.unwrap_or(place);
        row.warnings.iter().map(move |warning| {
            let sentence = sentences::warning(words, warning);
            words.say_with(
                "warning-of-row",
                &[("row", number.into()), ("warning", sentence.into())],
            )
        })
    });
    own.chain(of_rows)
        .map(|sentence| Piece::ours(sentence).role(Role::Warn))
        .collect()
}

struct DetailEntries<'a> {
    words: &'a Words,
    entries: Vec<PageEntry>,
}

impl DetailEntries<'_> {
    fn many(&mut self, label: &str, pieces: Vec<Piece>) {
        if !pieces.is_empty() {
            self.entries.push(PageEntry {
                label: self.words.say(label),
                pieces,
            });
        }
    }

    /// An empty field stays in sight, so that it is seen to be empty.
    fn ours(&mut self, label: &str, text: String) {
        let piece = if text.is_empty() {
            Piece::ours("—").role(Role::Faint)
        } else {
            Piece::ours(text)
        };
        self.many(label, vec![piece]);
    }

    fn stored(&mut self, label: &str, text: Option<&str>) {
        match text {
            Some(text) if !text.is_empty() => self.many(label, vec![Piece::stored(text)]),
            _ => self.ours(label, String::new()),
        }
    }
}
