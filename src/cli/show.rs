//! `dabir show ID`: one session or resolution in full. Does not know lists, nor what stands in the document it prints.

use super::args::Format;
use super::call::Call;
use super::fault::Fault;
use super::listing;
use super::resolutions::RowSupplement;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::read;
use crate::papers::listing::listed_session;
use crate::papers::{self, plain::plain};

/// Shows it.
pub(super) fn run(call: &Call, id: &str) -> Result<(), Fault> {
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
    let Some(resolution) = resolution else {
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
