//! `dabir resolutions` and `dabir open`: resolutions that a query selects. Does not know how it selects them.

use super::args::{Format, QueryArgs};
use super::call::Call;
use super::fault::{Fault, WRONG_USAGE};
use super::listing::{self, heads};
use super::output::without_marks;
use super::sentences;
use super::table::TextTable;
use crate::calendar::Day;
use crate::domain::ids::BodyId;
use crate::exchange::listing_json::ListedResolution;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::ResolutionRow;
use crate::office::read;
use crate::papers::listing::listed_resolution;
use crate::say;
use crate::search::Filter;
use crate::words::Words;
use std::collections::HashMap;

/// Lists them; `open` only those in hand, the most pressing first.
pub(super) fn run(call: &Call, args: &QueryArgs, open: bool) -> Result<(), Fault> {
    let today = call.today();
    let filter = Filter::parse(&args.query.join(" ")).map_err(|error| Fault {
        code: WRONG_USAGE,
        sentence: Some(sentences::filter_error(&call.words, &error)),
    })?;
    let office = call.read_office()?;
    if call.format == Format::Json {
        let rooms = read::RowRooms::of(&office, today);
        let mut rooms = rooms.map_err(|failure| call.failed(&office, &failure))?;
        let known = RowSupplement::read(call, &office)?;
        return listing::write_json_list(call, |add| {
            let mut take = |mut row: ResolutionRow| {
                rooms.put(&mut row)?;
                add(&known.listed(&call.words, &row)).map_err(ListEnd::Told)
            };
            let given = read::each_resolution(&office, &filter, open, today, &mut take);
            given.map_err(|end| match end {
                ListEnd::Unread(failure) => call.failed(&office, &failure),
                ListEnd::Told(fault) => fault,
            })
        });
    }
    let rows =
        read::resolutions(&office, &filter, open, today).map_err(|failure| call.failed(&office, &failure))?;
    listing::write_table(call, |words| TextTable {
        less: &LESS,
        heads: heads(words, &HEADS),
        rows: rows.iter().map(|resolution| row(words, resolution)).collect(),
    })
}

/// Why a list ended early.
enum ListEnd {
    Unread(Failure),
    Told(Fault),
}

impl From<Failure> for ListEnd {
    fn from(failure: Failure) -> ListEnd {
        ListEnd::Unread(failure)
    }
}

/// What a resolution's row does not carry.
pub(super) struct RowSupplement {
    bodies: HashMap<BodyId, String>,
    today: Day,
}

impl RowSupplement {
    pub(super) fn read(call: &Call, office: &Office) -> Result<RowSupplement, Fault> {
        let bodies = read::bodies(office).map_err(|failure| call.failed(office, &failure))?;
        Ok(RowSupplement {
            bodies: bodies.into_iter().map(|(body, _)| (body.id, body.name)).collect(),
            today: call.today(),
        })
    }

    /// The shape of the JSON.
    pub(super) fn listed(&self, words: &Words, row: &ResolutionRow) -> ListedResolution {
        let body = self
            .bodies
            .get(&row.body)
            .map_or(row.body_name.as_str(), String::as_str);
        listed_resolution(words, row, body, self.today)
    }
}

const HEADS: [&str; 9] = [
    "head-id",
    "head-body",
    "head-session",
    "head-row",
    "head-subject-or-text",
    "head-deadline",
    "head-due",
    "head-responsible",
    "head-status",
];

/// What a narrow screen does without, first the body, then session, row, the words of the deadline, the status: each is in
/// what `show` tells of the id.
const LESS: [usize; 5] = [1, 2, 3, 5, 8];

fn row(words: &Words, row: &ResolutionRow) -> Vec<String> {
    let resolution = &row.resolution;
    let deadline = resolution.deadline.as_ref().map(|d| d.written.clone());
    let responsible: Vec<&str> = resolution
        .responsible
        .iter()
        .map(|r| r.written.as_str())
        .collect();
    vec![
        resolution.id.to_string(),
        row.body_name.clone(),
        row.session_ordinal
            .map(|ordinal| words.number(ordinal))
            .unwrap_or_default(),
        resolution.row.map(|row| words.number(row)).unwrap_or_default(),
        subject_and_text(resolution.subject.as_deref(), &resolution.text),
        deadline.unwrap_or_default(),
        row.due.map(|day| words.day(day)).unwrap_or_default(),
        responsible.join("؛ "),
        // A cell shows every mark that is in it; a number needs none.
        without_marks(&say::status_of_row(words, row).0),
    ]
}

fn subject_and_text(subject: Option<&str>, text: &str) -> String {
    match subject.filter(|subject| !subject.trim().is_empty()) {
        Some(subject) => format!("{subject}: {text}"),
        None => text.to_owned(),
    }
}
