//! The documents of a body and a year, and of the whole office. Does not know what is of one session.

use super::{BodyYear, FileContent, FileFormat, NotIssued, PlanMaking, PlannedFile, json, names};
use crate::calendar::Moment;
use crate::domain::body::Body;
use crate::domain::ids::BodyId;
use crate::exchange::archive::SCHEMA;
use crate::exchange::sheet::Workbook;
use crate::office::query::ResolutionRow;
use crate::office::read::{self, ReportTime, YearRoll};
use crate::office::report::ReportKind;
use crate::office::stored_archive::StoredArchive;
use crate::papers;
use crate::papers::listing::listed_resolution;
use crate::papers::schedule::schedule;
use crate::papers::sheets;

/// The register of resolutions of a body and a year.
pub(super) fn register(making: PlanMaking, of: &BodyYear) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let mut rows = rows(making, of)?;
    if rows.is_empty() {
        return Err(NotIssued::NothingRegistered);
    }
    if !matches!(making.format, FileFormat::Docx | FileFormat::Pdf) {
        read::with_rooms(making.office, &mut rows, making.today)?;
    }
    let content = match making.format {
        FileFormat::Xlsx | FileFormat::Csv => {
            FileContent::Workbook(sheets::register(making.words, &rows, making.today))
        }
        FileFormat::Json => {
            let listed = rows.iter().map(|row| {
                let body = body_of(&bodies, &row.body).map_or(row.body_name.as_str(), |body| &body.name);
                listed_resolution(making.words, row, body, making.today)
            });
            json(&listed.collect::<Vec<_>>())
        }
        _ => {
            let body = of.body.as_ref().and_then(|id| body_of(&bodies, id));
            FileContent::of(papers::register(making.words, body, of.year, &rows, making.today))
        }
    };
    Ok(making.file(&named(making, "document-register", of, &bodies), content))
}

/// The report of the secretariat on a body and a year, or a quarter of it.
pub(super) fn report(
    making: PlanMaking,
    of: &BodyYear,
    quarter: Option<u8>,
) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let time = ReportTime::of(of.year, quarter);
    let content = match making.format {
        FileFormat::Xlsx | FileFormat::Csv => {
            let kinds = [ReportKind::Year, ReportKind::Execution, ReportKind::Attendance];
            FileContent::Workbook(figures(making, of, time, &kinds)?)
        }
        _ => {
            let figures = read::secretariat(making.office, of.body.as_ref(), time, making.today)?;
            FileContent::of(papers::report(making.words, &figures, making.today))
        }
    };
    let mut name = named(making, "document-report", of, &bodies);
    name.extend(quarter.map(|number| papers::quarter(making.words, number)));
    Ok(making.file(&name, content))
}

/// Who was there, of a body and a year.
pub(super) fn attendance(making: PlanMaking, of: &BodyYear) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let content = match making.format {
        FileFormat::Xlsx | FileFormat::Csv => FileContent::Workbook(figures(
            making,
            of,
            ReportTime::of(of.year, None),
            &[ReportKind::Attendance],
        )?),
        _ => FileContent::of(papers::attendance_sheet(
            making.words,
            &roll(making, of, &bodies)?,
        )),
    };
    Ok(making.file(&named(making, "document-attendance", of, &bodies), content))
}

/// What is paid for being there.
pub(super) fn fees(making: PlanMaking, of: &BodyYear) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let content = FileContent::of(papers::fee_sheet(making.words, &roll(making, of, &bodies)?));
    Ok(making.file(&named(making, "document-fees", of, &bodies), content))
}

/// What a new secretary of a body must know.
pub(super) fn handover(making: PlanMaking, of: &BodyYear) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let body = the_body(of, &bodies)?;
    let view = read::handover(making.office, &body.id, making.today)?;
    let view = view.ok_or_else(|| NotIssued::NoSuchRecord(body.id.to_string()))?;
    let organisations = read::organisations(making.office)?;
    let content = FileContent::of(papers::handover(
        making.words,
        &view,
        &organisations,
        making.today,
    ));
    let of = BodyYear {
        body: Some(body.id.clone()),
        year: None,
    };
    Ok(making.file(&named(making, "document-handover", &of, &bodies), content))
}

fn roll(making: PlanMaking, of: &BodyYear, bodies: &[Body]) -> Result<YearRoll, NotIssued> {
    let body = the_body(of, bodies)?;
    let roll = read::year_roll(making.office, &body.id, of.year)?;
    roll.ok_or_else(|| NotIssued::NoSuchRecord(body.id.to_string()))
}

/// The body of a document that is of one alone: the one asked for, else the only one there is.
fn the_body<'a>(of: &BodyYear, bodies: &'a [Body]) -> Result<&'a Body, NotIssued> {
    let asked = of.body.as_ref().and_then(|id| body_of(bodies, id));
    let only = match bodies {
        [only] => Some(only),
        _ => None,
    };
    let known = || bodies.iter().map(|body| body.brief().to_owned()).collect();
    asked.or(only).ok_or_else(|| NotIssued::OfOneBody(known()))
}

/// The figures of several reports in one workbook, each sheet with the name of its report before its own.
fn figures(
    making: PlanMaking,
    of: &BodyYear,
    time: ReportTime,
    kinds: &[ReportKind],
) -> Result<Workbook, NotIssued> {
    let words = making.words;
    let mut all: Option<Workbook> = None;
    for kind in kinds {
        let asked = time.asked(*kind, of.body.as_ref());
        let report = read::report::report(making.office, &asked, making.today)?;
        let mut workbook = sheets::figures(words, &report);
        if kinds.len() > 1 {
            let kind = words.say(match kind {
                ReportKind::Year => "tab-figures-year",
                ReportKind::Attendance => "tab-attendance",
                ReportKind::Execution => "tab-figures-execution",
            });
            for sheet in &mut workbook.sheets {
                sheet.name = format!("{kind}{}{}", words.say("place-comma"), sheet.name);
            }
        }
        match &mut all {
            Some(all) => all.sheets.extend(workbook.sheets),
            None => all = Some(workbook),
        }
    }
    Ok(all.unwrap_or_else(|| Workbook {
        lang: words.lang(),
        title: String::new(),
        sheets: Vec::new(),
    }))
}

/// Sessions and days that are due, of a body and a year.
pub(super) fn calendar(making: PlanMaking, of: &BodyYear, now: Moment) -> Result<PlannedFile, NotIssued> {
    let bodies = bodies(making, of)?;
    let mut sessions = read::sessions(making.office, making.today)?;
    sessions.retain(|row| {
        of.body.as_ref().is_none_or(|body| row.session.body == *body)
            && (of.year.is_none() || row.session.year_counted() == of.year)
    });
    let rows = rows(making, of)?;
    let rows: Vec<ResolutionRow> = rows
        .into_iter()
        .filter(|row| !row.resolution.confidential)
        .collect();
    let schedule = schedule(making.words, &sessions, &rows, making.today, now);
    let name = named(making, "document-calendar", of, &bodies);
    Ok(making.file(&name, FileContent::Schedule(schedule)))
}

/// The resolutions of a body and a year, as others may read them.
fn rows(making: PlanMaking, of: &BodyYear) -> Result<Vec<ResolutionRow>, NotIssued> {
    let rows = read::resolutions_in(making.office, of.body.as_ref(), of.year, making.today)?;
    Ok(rows.into_iter().map(ResolutionRow::for_readers).collect())
}

/// Everything that the office keeps.
pub(super) fn archive(making: PlanMaking) -> PlannedFile {
    let words = making.words;
    let parts = [words.say("document-archive"), names::day(words, making.today)];
    making.file(&parts, FileContent::Archive(StoredArchive::of(making.office)))
}

/// What may stand in an archive.
pub(super) fn archive_schema(making: PlanMaking) -> PlannedFile {
    let parts = [making.words.say("document-archive-schema")];
    making.file(&parts, FileContent::Ready(SCHEMA.as_bytes().to_vec()))
}

/// The bodies of the office, the one that is asked for among them.
pub(super) fn bodies(making: PlanMaking, of: &BodyYear) -> Result<Vec<Body>, NotIssued> {
    let bodies = read::bodies(making.office)?;
    let bodies: Vec<Body> = bodies.into_iter().map(|(body, _)| body).collect();
    match of.body.as_ref().filter(|id| body_of(&bodies, id).is_none()) {
        Some(id) => Err(NotIssued::NoSuchRecord(id.to_string())),
        None => Ok(bodies),
    }
}

fn body_of<'a>(bodies: &'a [Body], id: &BodyId) -> Option<&'a Body> {
    bodies.iter().find(|body| body.id == *id)
}

/// The parts of a name of a file of a body and a year: «دفتر مصوبات کتاف ۱۴۰۱».
fn named(making: PlanMaking, what: &str, of: &BodyYear, bodies: &[Body]) -> Vec<String> {
    let body = of.body.as_ref().and_then(|id| body_of(bodies, id));
    let mut parts = vec![making.words.say(what)];
    parts.extend(body.map(|body| body.brief().to_owned()));
    parts.extend(of.year.map(|year| making.words.number(year)));
    parts
}
