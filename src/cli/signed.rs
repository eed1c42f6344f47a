//! Every signed session held against its code, for the commands that prove a store. Does not know what a code is made of.

use super::call::Call;
use super::fault::Fault;
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::Agreement;
use crate::office::query::{CheckedCode, SessionView};
use crate::office::{Office, read};
use crate::say::{self, sentences};

/// What came of holding signed sessions against their codes.
#[derive(Default)]
pub(super) struct SignedTally {
    /// How many were held against their code.
    pub signed: u32,
    /// Those whose code does not cover names, posts and rules.
    without_names: u32,
    /// A sentence for each session, version and field that is not what was signed.
    pub differing: Vec<String>,
}

/// Holds every session that is or was signed against its codes.
///
/// # Errors
/// [`Fault`] where the store cannot be read.
pub(super) fn checked(call: &Call, office: &Office) -> Result<SignedTally, Fault> {
    let mut tally = SignedTally::default();
    read::each_signed(office, call.today(), |view| tally.add(call, view))
        .map_err(|failure| call.failed(office, &failure))?;
    Ok(tally)
}

impl SignedTally {
    fn add(&mut self, call: &Call, view: &SessionView) {
        let words = &call.words;
        let has_code = |one: &&SignedMinutes| one.session.verification.is_some();
        if view.code.is_none() && !view.versions.iter().any(|one| has_code(&one)) {
            return;
        }
        // Of minutes that are open again only the versions are left.
        let code = view.code.clone().unwrap_or(CheckedCode {
            covers_surroundings: true,
            ..CheckedCode::default()
        });
        self.signed += 1;
        self.without_names += u32::from(!code.covers_surroundings);
        let is_broken = |one: &&SignedMinutes| has_code(one) && one.agreement() == Agreement::Differs;
        let broken: Vec<u32> = view
            .versions
            .iter()
            .filter(is_broken)
            .map(|one| one.version)
            .collect();
        if code.agreement != Agreement::Differs && broken.is_empty() {
            return;
        }
        let name = say::session_name(words, &view.session, view.body.brief());
        let args = [
            ("session", name.into()),
            ("id", view.session.id.as_str().into()),
            ("why", sentences::agreement(words, Agreement::Differs).into()),
        ];
        self.differing.push(words.say_with("check-signed-differs", &args));
        let of_version =
            |number: &u32| words.say_with("check-version-differs", &[("version", (*number).into())]);
        self.differing.extend(broken.iter().map(of_version));
        let fields = code.differences.iter();
        self.differing
            .extend(fields.map(|one| sentences::difference(words, view, one)));
    }

    /// Says how many were held against their code, and what some codes do not cover.
    pub fn say(&self, call: &Call) {
        if self.signed > 0 {
            let args = [("count", self.signed.into())];
            call.output.word(&call.say_with("check-signed", &args));
        }
        if self.without_names > 0 {
            let args = [("count", self.without_names.into())];
            call.output.word(&call.say_with("check-without-names", &args));
        }
    }
}
