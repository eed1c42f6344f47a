//! What is at hand where one asks for documents, and the documents of it. Does not know formats.

use crate::app::context::Context;
use crate::app::screens::session_head;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::papers::issue::{BodyYear, OfficeDocument};

/// What is at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct GiveSubject {
    /// The session that is shown or selected.
    pub session: Option<SessionId>,
    /// The resolution that is shown or selected.
    pub resolution: Option<ResolutionId>,
    /// Its body; without one, documents are of all.
    pub body: Option<BodyId>,
    /// Its year.
    pub year: Option<i32>,
}

impl GiveSubject {
    /// The documents that can be given of it, those of what is nearest first.
    pub(super) fn documents(&self, _context: &Context) -> Vec<OfficeDocument> {
        let of_year = || BodyYear {
            body: self.body.clone(),
            year: self.year,
        };
        let of_resolution = self.resolution.clone().map(OfficeDocument::Extract);
        let of_session = self.session.clone().map(OfficeDocument::Minutes);
        let of_body = [
            OfficeDocument::Register(of_year()),
            OfficeDocument::Report(of_year()),
            OfficeDocument::Attendance(of_year()),
            OfficeDocument::Calendar(of_year()),
            OfficeDocument::Archive,
        ];
        of_resolution
            .into_iter()
            .chain(of_session)
            .chain(of_body)
            .collect()
    }

    /// The session that they are of, by its name.
    pub(super) fn selected_name(&self, context: &Context) -> Option<String> {
        let session = self.session.as_ref()?;
        Some(session_head::title(context, session))
    }
}
