//! The help of each command, and what is wrong with arguments, in the language of the interface.
//! Does not know what the commands do.

use super::args::Args;
use crate::text::isolate;
use crate::words::{Arg as Word, Words};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::ffi::OsString;

/// The commands with their help in the language of `words`.
pub(super) fn command(words: &Words) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true);
    let version = Arg::new("version").long("version").action(ArgAction::Version);
    localised(Args::command().arg(help).arg(version), words, "dabir")
}

/// Options that every command has; their help has no command's name in it.
const GLOBAL: [&str; 9] = [
    "store",
    "config",
    "lang",
    "today",
    "bidi",
    "bandwidth",
    "digits",
    "format",
    "help",
];

fn localised(command: Command, words: &Words, path: &str) -> Command {
    let about = words.say(&format!("help-{path}"));
    command
        .about(super::output::without_marks(&about))
        .mut_args(|arg| {
            let id = help_id(path, arg.get_id().as_str());
            arg.help(super::output::without_marks(&words.say(&id)))
        })
        .mut_subcommands(|sub| {
            let path = sub_path(path, sub.get_name());
            localised(sub, words, &path)
        })
}

/// `dabir` → `import`, `export` → `export-archive`.
fn sub_path(path: &str, name: &str) -> String {
    if path == "dabir" {
        name.to_owned()
    } else {
        format!("{path}-{name}")
    }
}

/// Options that every export has.
const OF_EXPORTS: [&str; 4] = ["to", "as", "force", "bom"];

/// Options of everything that takes records away or puts them together.
const OF_REMOVALS: [&str; 4] = ["name", "gone", "kept", "dry-run"];

/// The id of an argument's help.
fn help_id(path: &str, arg: &str) -> String {
    let arg = arg.replace('_', "-");
    let removes = path.ends_with("-remove") || path.ends_with("-merge");
    if removes && OF_REMOVALS.contains(&arg.as_str()) {
        format!("help-removals-{arg}")
    } else if path.starts_with("export-") && OF_EXPORTS.contains(&arg.as_str()) {
        format!("help-exports-{arg}")
    } else if GLOBAL.contains(&arg.as_str()) {
        format!("help-all-{arg}")
    } else {
        format!("help-{path}-{arg}")
    }
}

/// Calls `take` with the id of every sentence of the help, of this command and those below it.
#[cfg(test)]
pub(super) fn each_help_id(command: &Command, take: &mut impl FnMut(String)) {
    fn walk(command: &Command, path: &str, take: &mut impl FnMut(String)) {
        take(format!("help-{path}"));
        command
            .get_arguments()
            .for_each(|arg| take(help_id(path, arg.get_id().as_str())));
        for sub in command.get_subcommands() {
            walk(sub, &sub_path(path, sub.get_name()), take);
        }
    }
    walk(command, "dabir", take);
}

/// The help of the command that the arguments name.
pub(super) fn help(command: &Command, arguments: &[OsString], words: &Words) -> String {
    let (mut shown, mut names, mut path) = (command, vec!["dabir".to_owned()], "dabir".to_owned());
    for name in arguments.iter().skip(1).filter_map(|a| a.to_str()) {
        if let Some(sub) = shown.find_subcommand(name) {
            path = sub_path(&path, sub.get_name());
            names.push(sub.get_name().to_owned());
            shown = sub;
        }
    }
    let usage = format!("{}{}", names.join(" "), usage_of(shown));
    let mut lines = vec![words.say(&format!("help-{path}")), String::new()];
    lines.push(words.say_with("help-usage", &[("line", usage.into())]));
    section(
        &mut lines,
        words,
        "help-commands",
        shown.get_subcommands(),
        |sub| {
            (
                sub.get_name().to_owned(),
                format!("help-{}", sub_path(&path, sub.get_name())),
            )
        },
    );
    section(&mut lines, words, "help-values", shown.get_positionals(), |arg| {
        (value_name(arg), help_id(&path, arg.get_id().as_str()))
    });
    // Options for all commands reach the commands only once clap has parsed that far.
    let own = |arg: &&Arg| shown.get_arguments().any(|mine| mine.get_id() == arg.get_id());
    let others = command
        .get_arguments()
        .filter(|arg| arg.is_global_set() && !own(arg));
    let options = shown
        .get_arguments()
        .filter(|arg| !arg.is_positional())
        .chain(others);
    section(&mut lines, words, "help-options", options, |arg| {
        (option_name(arg), help_id(&path, arg.get_id().as_str()))
    });
    lines.join("\n")
}

fn section<T>(
    lines: &mut Vec<String>,
    words: &Words,
    head: &str,
    items: impl Iterator<Item = T>,
    of: impl Fn(T) -> (String, String),
) {
    let items: Vec<(String, String)> = items.map(of).collect();
    if items.is_empty() {
        return;
    }
    lines.extend([String::new(), words.say(head)]);
    let widest = items.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, help) in items {
        let gap = " ".repeat(widest - name.len() + 2);
        lines.push(format!("  {}{gap}{}", isolate(&name), words.say(&help)));
    }
}

fn usage_of(command: &Command) -> String {
    let mut usage = String::new();
    for arg in command
        .get_arguments()
        .filter(|a| !a.is_positional() && a.is_required_set())
    {
        usage.push_str(&format!(" {}", option_name(arg)));
    }
    for arg in command.get_positionals() {
        let name = value_name(arg);
        usage.push_str(&if arg.is_required_set() {
            format!(" {name}")
        } else {
            format!(" [{name}]")
        });
    }
    if command.has_subcommands() {
        usage.push_str(if command.is_subcommand_required_set() {
            " COMMAND"
        } else {
            " [COMMAND]"
        });
    }
    usage
}

fn value_name(arg: &Arg) -> String {
    let name = arg
        .get_value_names()
        .and_then(<[_]>::first)
        .map(ToString::to_string)
        .unwrap_or_default();
    let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    if many || matches!(arg.get_action(), ArgAction::Append) {
        format!("{name}...")
    } else {
        name
    }
}

fn option_name(arg: &Arg) -> String {
    let short = arg
        .get_short()
        .map(|short| format!("-{short}, "))
        .unwrap_or_default();
    let long = arg.get_long().unwrap_or_default();
    let value = if arg.get_action().takes_values() {
        format!(" {}", value_name(arg))
    } else {
        String::new()
    };
    format!("{short}--{long}{value}")
}

/// Whether the command is `help`, which people try before they know of `--help`.
pub(super) fn asks_for_help(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::InvalidSubcommand && context(error, ContextKind::InvalidSubcommand) == "help"
}

/// What is wrong with the arguments, and where help is.
pub(super) fn wrong(error: &clap::Error, words: &Words) -> String {
    let text = |kind| context(error, kind);
    let argument = || text(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => {
            words.say_with("usage-unknown-argument", &[("argument", argument().into())])
        }
        ErrorKind::InvalidSubcommand => words.say_with(
            "usage-unknown-command",
            &[("command", text(ContextKind::InvalidSubcommand).into())],
        ),
        ErrorKind::MissingRequiredArgument => {
            words.say_with("usage-missing-argument", &[("argument", argument().into())])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.say("usage-missing-command")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid_value(words, error),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            words.say_with("usage-too-many", &[("argument", argument().into())])
        }
        ErrorKind::ArgumentConflict => words.say_with("usage-twice", &[("argument", argument().into())]),
        ErrorKind::InvalidUtf8 => words.say("usage-not-text"),
        _ => words.say("usage-wrong"),
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(text);
    let hint = match suggested.iter().find(|suggestion| !suggestion.is_empty()) {
        Some(suggestion) => words.say_with("usage-suggestion", &[("suggestion", suggestion.into())]),
        None => words.say("usage-hint"),
    };
    format!("{sentence}\n{hint}")
}

fn invalid_value(words: &Words, error: &clap::Error) -> String {
    let (argument, value) = (
        context(error, ContextKind::InvalidArg),
        context(error, ContextKind::InvalidValue),
    );
    if value.is_empty() {
        return words.say_with("usage-missing-value", &[("argument", argument.into())]);
    }
    let allowed = context(error, ContextKind::ValidValue);
    let mut args: Vec<(&str, Word)> = vec![("argument", argument.into()), ("value", value.into())];
    if allowed.is_empty() {
        return words.say_with("usage-invalid-value", &args);
    }
    args.push(("allowed", allowed.replace(", ", &words.say("place-comma")).into()));
    words.say_with("usage-value-not-allowed", &args)
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        _ => String::new(),
    }
}
