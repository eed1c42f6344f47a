//! `dabir export`: documents for others. Does not know what stands in them, nor how a format is written.

mod target;
mod told;

use super::args::{Export, ExportTo, Selection};
use super::call::Call;
use super::fault::Fault;
use super::select::Selected;
use super::workspace::settings_file;
use crate::app::giving::{FilesPresent, GivePlace, GivenEnd, GivenFiles, NotGiven};
use crate::app::settings::DocumentSettings;
use crate::calendar::Day;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{FollowUp, FollowUpKind};
use crate::host::clock;
use crate::host::dressed::dressed;
use crate::host::giving::give;
use crate::office::Office;
use crate::office::command::Command;
use crate::office::read;
use crate::papers::issue::{
    BodyYear, Dress, FileFormat, IssueRequest, LetterCustom, MadeOn, NotIssued, NotPut, OfficeDocument, Plan,
    RemindedLetter, plan,
};
use std::io::Write;
use std::path::Path;
use target::ExportPlace;
use told::Told;

/// Exports it.
pub(super) fn run(call: &Call, what: &Export) -> Result<(), Fault> {
    if let Export::Letters(one) = what
        && let Some(day) = one.notified
    {
        // What is recorded afterwards needs the office itself; where it is not to be had, nothing is written.
        let office = call.open_office()?;
        let session = SessionId::from(one.id.trim());
        may_be_notified_on(call, &office, &session, day, one.to.force)?;
        issued(call, &office, what).map_err(|why| not_recorded(call, why))?;
        return notified(call, &office, &session, day);
    }
    if let Export::Reminders(of) = what
        && of.record
    {
        let office = call.open_office()?;
        let reminded = issued(call, &office, what)?;
        return recorded(call, &office, &reminded);
    }
    issued(call, &*call.read_office()?, what).map(drop)
}

/// Writes it; returns the reminders that were written.
fn issued(call: &Call, office: &Office, what: &Export) -> Result<Vec<RemindedLetter>, Fault> {
    let (document, to) = document(call, office, what)?;
    let request = |format| IssueRequest {
        document: document.clone(),
        format,
        letters: letters(what),
    };
    let dress = dress(call, to.bom, template(what))?;
    let place = target::wanted(call, &document, to)?;
    if let (Some(_), false) = (template(what), matches!(place.format(), FileFormat::Docx)) {
        return Err(Fault::usage(call.say("export-template-is-word")));
    }
    match place {
        ExportPlace::Output(format) => {
            let plan = planned(call, office, &request(format))?;
            let reminded = plan.reminded;
            let [file] = <[_; 1]>::try_from(plan.files).map_err(|_| target::not_one(call))?;
            let put = |why| not_put(call, office, why);
            match format {
                FileFormat::Json => {
                    let mut out = call.output.json();
                    file.put(&dress, &mut out).map_err(put)?;
                    out.flush().map_err(|error| call.unwritten(&error))?;
                }
                _ => {
                    let mut bytes = Vec::new();
                    file.put(&dress, &mut bytes).map_err(put)?;
                    call.write(&bytes)?;
                }
            }
            Ok(reminded)
        }
        ExportPlace::Files(format, target) => {
            written(call, office, &request(format), &dress, &target, to.force)
        }
    }
}

/// What is asked for.
fn document<'a>(
    call: &Call,
    office: &Office,
    what: &'a Export,
) -> Result<(OfficeDocument, &'a ExportTo), Fault> {
    let of_body = |selection: &Selection| -> Result<BodyYear, Fault> {
        let selected = Selected::read(call, office, selection)?;
        Ok(BodyYear {
            body: selected.body,
            year: selected.year,
        })
    };
    Ok(match what {
        Export::Minutes(one) => (OfficeDocument::Minutes(SessionId::from(one.id.trim())), &one.to),
        Export::Extract(one) => (
            OfficeDocument::Extract(ResolutionId::from(one.id.trim())),
            &one.to,
        ),
        Export::Letters(one) => (OfficeDocument::Letters(SessionId::from(one.id.trim())), &one.to),
        Export::Reminders(of) => (OfficeDocument::Reminders(of_body(&of.selection)?), &of.to),
        Export::Invitation(one) => (
            OfficeDocument::Invitation(SessionId::from(one.id.trim())),
            &one.to,
        ),
        Export::Fees(of) => (OfficeDocument::Fees(of_body(&of.selection)?), &of.to),
        Export::Handover(of) => {
            let selection = Selection {
                body: of.body.clone(),
                year: None,
            };
            (OfficeDocument::Handover(of_body(&selection)?), &of.to)
        }
        Export::Corrections(one) => (
            OfficeDocument::Corrections(SessionId::from(one.id.trim())),
            &one.to,
        ),
        Export::Session(one) => (
            OfficeDocument::AllOfSession(SessionId::from(one.id.trim())),
            &one.to,
        ),
        Export::Register(of) => (OfficeDocument::Register(of_body(&of.selection)?), &of.to),
        Export::Report(report) => {
            let of = of_body(&report.of.selection)?;
            let quarter = report.quarter;
            (OfficeDocument::Report { of, quarter }, &report.of.to)
        }
        Export::Attendance(of) => (OfficeDocument::Attendance(of_body(&of.selection)?), &of.to),
        Export::Calendar(of) => (OfficeDocument::Calendar(of_body(&of.selection)?), &of.to),
        Export::Template(to) => (OfficeDocument::Template, to),
        Export::Archive(to) => (OfficeDocument::Archive, to),
        Export::Schema(to) => (OfficeDocument::ArchiveSchema, to),
    })
}

fn planned(call: &Call, office: &Office, request: &IssueRequest) -> Result<Plan, Fault> {
    let on = MadeOn {
        today: call.today(),
        now: clock::now(),
    };
    plan(office, &call.words, request, on).map_err(|why| not_issued(call, office, why))
}

fn not_issued(call: &Call, office: &Office, why: NotIssued) -> Fault {
    match why {
        NotIssued::Unread(failure) => call.failed(office, &failure),
        NotIssued::NotInFormat { .. } => Fault::usage(why.sentence(&call.words)),
        why => Fault::not_done(why.sentence(&call.words)),
    }
}

fn not_put(call: &Call, office: &Office, why: NotPut) -> Fault {
    match why {
        NotPut::NotIssued(why) => not_issued(call, office, why),
        NotPut::Disk(error) => call.unwritten(&error),
    }
}

/// Writes the files, and says which are on the disk; returns the reminders among them.
fn written(
    call: &Call,
    office: &Office,
    request: &IssueRequest,
    dress: &Dress,
    target: &GivePlace,
    force: bool,
) -> Result<Vec<RemindedLetter>, Fault> {
    let plan = planned(call, office, request)?;
    let mut told = Told::new(call);
    let unaddressed = plan.without_responsible.clone();
    let reminded = plan.reminded.clone();
    let present = match force {
        true => FilesPresent::Replace,
        false => FilesPresent::Refuse,
    };
    let given = give(plan, dress, target, present, &mut |done, all| {
        told.go_on(done, all)
    });
    told.end();
    let GivenFiles { files, end } = given;
    if !files.is_empty() {
        call.output.word(&told::given(call, target, &files));
        told::without_responsible(call, &unaddressed);
    }
    match end {
        GivenEnd::Whole => Ok(reminded),
        GivenEnd::Stopped => Err(Fault::not_done(call.say("export-stopped"))),
        GivenEnd::Failed(NotGiven::NotIssued(why)) => Err(not_issued(call, office, why)),
        GivenEnd::Failed(why @ NotGiven::Present(_))
            if files.is_empty() && told::replaces(call, &why.sentence(&call.words)) =>
        {
            written(call, office, request, dress, target, true)
        }
        GivenEnd::Failed(why @ NotGiven::Present(_)) => {
            let hint = call.say("export-force");
            Err(Fault::not_done(format!("{}\n{hint}", why.sentence(&call.words))))
        }
        GivenEnd::Failed(why) => Err(Fault::not_done(why.sentence(&call.words))),
    }
}

/// What letters carry.
fn letters(what: &Export) -> LetterCustom {
    match what {
        Export::Letters(one) => LetterCustom {
            number: one.number_from.clone(),
            notified: one.notified,
        },
        Export::Reminders(of) => LetterCustom {
            number: of.number_from.clone(),
            notified: None,
        },
        _ => LetterCustom::default(),
    }
}

/// Refuses a day of notification before the session met or after today, before anything is written. Another day that
/// is recorded already is given up only where a person says so.
fn may_be_notified_on(
    call: &Call,
    office: &Office,
    session: &SessionId,
    day: Day,
    force: bool,
) -> Result<(), Fault> {
    let view = read::session_alone(office, session, call.today());
    let view = view.map_err(|failure| call.failed(office, &failure))?;
    let session = view.map(|view| view.session).unwrap_or_default();
    let id = match session.date {
        _ if day > call.today() => Some("export-notified-not-yet"),
        Some(met) if day < met => Some("export-notified-before"),
        _ => None,
    };
    let told = |id, day| call.say_with(id, &[("date", call.words.day(day).into())]);
    match (id, session.notified.filter(|earlier| *earlier != day)) {
        (Some(id), _) => Err(Fault::not_done(told(id, day))),
        (None, Some(earlier)) if !force => {
            let earlier = told("export-notified-earlier", earlier);
            match told::replaces(call, &earlier) {
                true => Ok(()),
                false => Err(Fault::not_done(format!(
                    "{earlier}\n{}",
                    call.say("export-force")
                ))),
            }
        }
        _ => Ok(()),
    }
}

/// Why the letters were not all written, and that therefore no notification was recorded.
fn not_recorded(call: &Call, why: Fault) -> Fault {
    let also = call.say("export-notified-not");
    Fault {
        sentence: why.sentence.map(|sentence| format!("{sentence}\n{also}")),
        ..why
    }
}

/// Records the day on which the letters notified the minutes.
fn notified(call: &Call, office: &Office, session: &SessionId, day: Day) -> Result<(), Fault> {
    let command = Command::RecordNotification {
        session: session.clone(),
        notified: Some(day),
    };
    match call.execute(office, command) {
        Ok(_) => {
            let args = [("date", call.words.day(day).into())];
            call.output.word(&call.say_with("export-notified", &args));
            Ok(())
        }
        Err(failure) => {
            call.output.word(&call.say("export-not-notified"));
            Err(call.failed(office, &failure))
        }
    }
}

/// Records each reminder with the resolutions that it reminds of.
fn recorded(call: &Call, office: &Office, reminded: &[RemindedLetter]) -> Result<(), Fault> {
    for letter in reminded {
        let to = &letter.to;
        let follow_up = FollowUp {
            date: Some(call.today()),
            letter: letter.number.clone(),
            text: call.say_with("reminder-recorded", &[("to", to.into())]),
            kind: FollowUpKind::Reminder,
            ..FollowUp::default()
        };
        let command = Command::AddFollowUps {
            resolutions: letter.resolutions.clone(),
            follow_up,
        };
        if let Err(failure) = call.execute(office, command) {
            call.output
                .word(&call.say_with("export-not-recorded", &[("to", to.into())]));
            return Err(call.failed(office, &failure));
        }
    }
    let args = [("count", reminded.len().into())];
    call.output.word(&call.say_with("export-recorded", &args));
    Ok(())
}

/// The office's own form, where one is named.
fn template(what: &Export) -> Option<&Path> {
    match what {
        Export::Minutes(one) | Export::Session(one) => one.template.as_deref(),
        _ => None,
    }
}

/// What documents are dressed in, by the settings and what is named on the command line; comma-separated values begin
/// with a byte order mark only where that is asked for here.
fn dress(call: &Call, byte_order_mark: bool, template: Option<&Path>) -> Result<Dress, Fault> {
    let (settings, _) = settings_file(call).read();
    let named = template.map(|path| path.display().to_string());
    let documents = DocumentSettings {
        byte_order_mark,
        template: named.or(settings.documents.template),
        ..settings.documents
    };
    dressed(&documents).map_err(|why| Fault::not_done(why.sentence(&call.words)))
}
