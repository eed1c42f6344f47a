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
    pub(super) fn documents(&self, context: &Context) -> Vec<OfficeDocument> {
        let of_year = || BodyYear {
            body: self.body.clone(),
            year: self.year,
        };
        let mut documents = Vec::new();
        documents.extend(self.resolution.clone().map(OfficeDocument::Extract));
        if let Some(id) = &self.session {
            documents.push(OfficeDocument::Minutes(id.clone()));
            documents.push(OfficeDocument::AllOfSession(id.clone()));
            documents.push(OfficeDocument::Letters(id.clone()));
            documents.push(OfficeDocument::Invitation(id.clone()));
            let view = context.books.session(id);
            if view.is_some_and(|view| !view.corrections.is_empty()) {
                documents.push(OfficeDocument::Corrections(id.clone()));
            }
        }
        documents.extend([
            OfficeDocument::Reminders(of_year()),
            OfficeDocument::Register(of_year()),
            OfficeDocument::Report {
                of: of_year(),
                quarter: None,
            },
            OfficeDocument::Attendance(of_year()),
            OfficeDocument::Fees(of_year()),
            OfficeDocument::Handover(of_year()),
            OfficeDocument::Calendar(of_year()),
            OfficeDocument::Archive,
        ]);
        documents
    }

    /// What a document is of, in words: its session, its body and year, or all of them; nothing of what is always all.
    pub(super) fn scope(&self, context: &Context, document: &OfficeDocument) -> Option<String> {
        match document {
            OfficeDocument::Minutes(id)
            | OfficeDocument::AllOfSession(id)
            | OfficeDocument::Letters(id)
            | OfficeDocument::Invitation(id)
            | OfficeDocument::Corrections(id) => Some(session_head::title(context, id)),
            OfficeDocument::Extract(id) => Some(session_head::title(context, &id.session())),
            OfficeDocument::Reminders(of)
            | OfficeDocument::Register(of)
            | OfficeDocument::Report { of, .. }
            | OfficeDocument::Attendance(of)
            | OfficeDocument::Fees(of)
            | OfficeDocument::Calendar(of) => Some(body_and_year(context, of)),
            OfficeDocument::Handover(of) => {
                let of = BodyYear {
                    year: None,
                    ..of.clone()
                };
                Some(body_and_year(context, &of))
            }
            OfficeDocument::Archive | OfficeDocument::ArchiveSchema | OfficeDocument::Template => None,
        }
    }
}

/// «کتاف، سال ۱۴۰۵», «همه کارگروه‌ها، همه سال‌ها».
fn body_and_year(context: &Context, of: &BodyYear) -> String {
    let words = context.words;
    let name = |id: &BodyId| context.books.body(id).map(|body| body.brief().to_owned());
    let body = match &of.body {
        Some(id) => name(id).unwrap_or_default(),
        None => words.say("giving-all-bodies"),
    };
    let year = match of.year {
        Some(year) => words.say_with("giving-year", &[("year", words.number(year).into())]),
        None => words.say("giving-all-years"),
    };
    let parts = [body, year].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(&words.say("place-comma"))
}
