//! Commands for people and scripts. Does not know how a screen is drawn.
//!
//! Data goes to standard output, words to standard error. Exit codes: 0 done, 1 not done, 2 wrong usage, 3 damaged.

mod actor;
mod args;
mod attachments;
mod backup;
mod bodies;
mod call;
mod check;
mod demo;
mod export;
mod fault;
mod history;
mod import;
mod imports;
mod listing;
mod members;
mod named;
mod organisations;
mod output;
mod removal;
mod report;
mod resolutions;
mod select;
mod sentences;
mod sessions;
mod shell;
mod show;
mod signed;
mod table;
mod taking_back;
#[cfg(test)]
mod tests;
mod usage;
mod workspace;

use crate::host::{self, panics};
use args::{Args, CliCommand};
use call::Call;
use clap::FromArgMatches;
use clap::error::ErrorKind;
use fault::{Fault, NOT_DONE, WRONG_USAGE};
use output::Output;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with the process's arguments; returns its exit code.
pub fn main() -> ExitCode {
    panics::take_over();
    let arguments = args::with_terms(std::env::args_os().collect());
    let code = panics::caught(|| run(&arguments)).unwrap_or_else(|| {
        let (lang, digits, bidi) = args::early(&arguments);
        let words = call::words(lang, digits);
        Output::new(bidi, words.lang()).word(&words.say("fault-program"));
        NOT_DONE
    });
    host::settle();
    ExitCode::from(code)
}

fn run(arguments: &[OsString]) -> u8 {
    let (lang, digits, bidi) = args::early(arguments);
    let words = call::words(lang, digits);
    let early = || Output::new(bidi, words.lang());
    let mut command = usage::command(&words);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => return not_parsed(&error, &command, arguments, &words, &early()),
    };
    let args = match Args::from_arg_matches(&matches) {
        Ok(args) => args,
        Err(error) => return not_parsed(&error, &command, arguments, &words, &early()),
    };
    let call = Call::new(args.global);
    match carry_out(&call, args.command).and_then(|()| call.ended()) {
        Ok(()) => 0,
        Err(fault) => {
            if let Some(sentence) = &fault.sentence {
                call.output.word(sentence);
            }
            fault.code
        }
    }
}

/// Help and version are data; anything else is wrong usage.
fn not_parsed(
    error: &clap::Error,
    command: &clap::Command,
    arguments: &[OsString],
    words: &crate::words::Words,
    output: &Output,
) -> u8 {
    let written = match error.kind() {
        ErrorKind::DisplayVersion => output.data(format!("dabir {}\n", env!("CARGO_PKG_VERSION")).as_bytes()),
        ErrorKind::DisplayHelp => output.text(&usage::help(command, arguments, words)),
        _ if usage::asks_for_help(error) => output.text(&usage::help(command, arguments, words)),
        _ => {
            output.word(&usage::wrong(error, words));
            return WRONG_USAGE;
        }
    };
    // Help that nobody reads to its end is no fault.
    written.map_or_else(|error| Fault::output(&error, String::new()).code, |()| 0)
}

fn carry_out(call: &Call, command: Option<CliCommand>) -> Result<(), Fault> {
    match command {
        None => workspace::run(call),
        Some(CliCommand::Import(args)) => import::run(call, &args),
        Some(CliCommand::Imports(args)) => imports::run(call, &args),
        Some(CliCommand::Bodies(args)) => bodies::run(call, &args),
        Some(CliCommand::Organisations(args)) => organisations::run(call, &args),
        Some(CliCommand::Members(args)) => members::run(call, &args),
        Some(CliCommand::Sessions(args)) => sessions::run(call, &args),
        Some(CliCommand::Resolutions(args)) => resolutions::run(call, &args, false),
        Some(CliCommand::Open(args)) => resolutions::run(call, &args, true),
        Some(CliCommand::Report(args)) => report::run(call, &args),
        Some(CliCommand::Show(args)) => show::run(call, &args),
        Some(CliCommand::Export(what)) => export::run(call, &what),
        Some(CliCommand::Attach(args)) => attachments::attach(call, &args),
        Some(CliCommand::Detach(args)) => attachments::detach(call, &args),
        Some(CliCommand::Attachments(args)) => attachments::run(call, &args),
        Some(CliCommand::Check(args)) => check::run(call, &args),
        Some(CliCommand::Backup(args)) => backup::backup(call, &args.file),
        Some(CliCommand::Restore(args)) => backup::restore(call, &args.file),
        Some(CliCommand::History(args)) => history::run(call, args.id.as_deref()),
        Some(CliCommand::Undo) => taking_back::undo(call),
        Some(CliCommand::Redo) => taking_back::redo(call),
        Some(CliCommand::Demo(args)) => demo::run(call, args.no_open),
        Some(CliCommand::Tutor) => demo::tutor(call),
        Some(CliCommand::Completions(args)) => shell::completions(call, args.shell),
        Some(CliCommand::Man(args)) => shell::man(call, args.command.as_deref()),
    }
}
