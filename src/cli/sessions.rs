//! `dabir sessions`: the sessions by date. Does not know the content of their resolutions.

use super::args::{Format, RecordsArgs, RecordsChange, Selection};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::select::{Selected, sessions};
use super::table::TextTable;
use super::{named, removal};
use crate::office::command::{Failure, Removal};
use crate::office::query::SessionRow;
use crate::office::read;
use crate::papers::listing::listed_session;
use crate::say;
use crate::words::Words;

/// Lists them, takes one away with all that is in it, or puts one into another that is the same.
pub(super) fn run(call: &Call, args: &RecordsArgs) -> Result<(), Fault> {
    match &args.change {
        None => list(call, &args.selection),
        Some(RecordsChange::Remove(args)) => {
            removal::remove(call, args, named::session, |id| Removal::Session(id.into()))
        }
        Some(RecordsChange::Merge(args)) => {
            removal::merge(call, args, named::session, |gone, kept| Removal::IntoSession {
                gone: gone.into(),
                kept: kept.into(),
            })
        }
    }
}

fn list(call: &Call, selection: &Selection) -> Result<(), Fault> {
    let office = call.read_office()?;
    let selected = Selected::read(call, &office, selection)?;
    if call.format == Format::Json {
        let failed = |failure: Failure| call.failed(&office, &failure);
        let reader = read::SessionReader::of(&office, call.today()).map_err(failed)?;
        let ids = read::session_ids(&office, |session| selected.has_session(session)).map_err(failed)?;
        return listing::write_json_list(call, |add| {
            for id in &ids {
                // A session that was taken away since the list was read is not in it.
                if let Some(view) = reader.session(id).map_err(failed)? {
                    add(&listed_session(&call.words, &view, call.today()))?;
                }
            }
            Ok(())
        });
    }
    let rows = sessions(call, &office, &selected)?;
    listing::write_table(call, |words| TextTable {
        less: &[],
        heads: heads(words, &HEADS),
        rows: rows.iter().map(|session| row(words, session)).collect(),
    })
}

const HEADS: [&str; 9] = [
    "head-id",
    "head-body",
    "head-ordinal",
    "head-year",
    "head-date",
    "head-state",
    "head-resolutions",
    "head-open",
    "head-overdue",
];

fn row(words: &Words, row: &SessionRow) -> Vec<String> {
    let number = |number: Option<String>| number.map(|n| words.number(n)).unwrap_or_default();
    vec![
        row.session.id.to_string(),
        row.body.clone(),
        number(row.session.ordinal.map(|n| n.to_string())),
        number(row.session.year.map(|n| n.to_string())),
        row.session.date.map(|day| words.day(day)).unwrap_or_default(),
        say::state(words, row.session.state),
        words.number(row.resolutions),
        words.number(row.open),
        words.number(row.overdue),
    ]
}
