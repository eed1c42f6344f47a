//! `dabir show ID`: one session or resolution in full. Does not know lists, nor what stands in the document it prints.

use super::args::{Format, ShowArgs};
use super::call::Call;
use super::fault::Fault;
use super::listing;
use super::resolutions::RowSupplement;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::differences;
use crate::exchange::listing_json::ListedDifference;
use crate::office::query::{SessionView, of_version};
use crate::office::read;
use crate::papers::listing::listed_session;
use crate::papers::versions;
use crate::papers::{self, plain::plain};

/// Shows it.
pub(super) fn run(call: &Call, args: &ShowArgs) -> Result<(), Fault> {
    let ShowArgs { id, version, against } = args;
    let id = id.trim();
    let office = call.read_office()?;
    let none = || Fault::not_done(call.say_with("refusal-no-such-record", &[("id", id.into())]));
    let resolution = id.contains('/').then(|| ResolutionId::from(id));
    let session = resolution
        .as_ref()
        .map_or_else(|| SessionId::from(id), ResolutionId::session);
    let view = read::session_alone(&office, &session, call.today())
        .map_err(|failure| call.failed(&office, &failure))?;
    let view = view.ok_or_else(none)?;
    if let Some(version) = version {
        return show_version(call, &view, *version, *against);
    }
    let Some(resolution) = resolution else {
        let view = view.as_signed();
        return match call.format {
            Format::Json => listing::write_json(call, &listed_session(&call.words, &view, call.today())),
            _ => {
                let paper = papers::session(&call.words, &view, call.today());
                call.print(&plain(&call.words, &paper))
            }
        };
    };
    let row = view
        .resolutions
        .iter()
        .find(|row| row.resolution.id == resolution)
        .ok_or_else(none)?;
    match call.format {
        Format::Json => listing::write_json(
            call,
            &RowSupplement::read(call, &office)?.listed(&call.words, row),
        ),
        _ => {
            let blocks = papers::resolution(&call.words, row, &view.notes, call.today());
            call.print(&plain(&call.words, &papers::paper(&call.words, blocks)))
        }
    }
}

/// Shows a version of the minutes that was signed, or where two of them differ.
fn show_version(call: &Call, view: &SessionView, version: u32, against: Option<u32>) -> Result<(), Fault> {
    let first = version_of(call, view, version)?;
    if let Some(second) = against {
        let second = version_of(call, view, second)?;
        return match call.format {
            Format::Json => {
                let found = differences(first.content(), second.content());
                let listed: Vec<_> = found.iter().map(ListedDifference::from).collect();
                listing::write_json(call, &listed)
            }
            _ => {
                let paper = versions::compared(&call.words, view, first, second);
                call.print(&plain(&call.words, &paper))
            }
        };
    }
    let shown = of_version(first, view);
    match call.format {
        Format::Json => listing::write_json(call, &listed_session(&call.words, &shown, call.today())),
        _ => {
            let paper = papers::session(&call.words, &shown, call.today());
            call.print(&plain(&call.words, &paper))
        }
    }
}

fn version_of<'v>(call: &Call, view: &'v SessionView, number: u32) -> Result<&'v SignedMinutes, Fault> {
    let found = view.versions.iter().find(|one| one.version == number);
    found.ok_or_else(|| {
        let args = [
            ("version", number.into()),
            ("versions", view.versions.len().into()),
        ];
        Fault::not_done(call.say_with("show-no-version", &args))
    })
}
