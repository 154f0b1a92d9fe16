//! The file of settings in force, and the options that come from it: what the command line says goes before it.

use std::any::TypeId;
use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use muqabala::audit::rule::RULES;
use muqabala::error::Error;
use muqabala::read::{Config, Setting};

/// Options that make no sense in a file of settings.
const NEVER: [&str; 6] = ["config", "no-config", "output", "format", "help", "version"];

/// The settings in force: those of the file that is named, or else of the nearest one. `None` if there is none, or none is wanted.
pub fn load(matches: &ArgMatches, program: &Command) -> Result<Option<Config>, Error> {
    let named = matches.subcommand().and_then(|(_, sub)| sub.get_one::<PathBuf>("config").cloned());
    let unwanted = matches.subcommand().is_some_and(|(_, sub)| sub.get_flag("no_config"));
    let path = match named {
        Some(path) => Some(path),
        None if unwanted => None,
        None => std::env::current_dir().ok().and_then(|folder| Config::find(&folder)),
    };
    let Some(path) = path else { return Ok(None) };
    let options = options(program);
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    Config::read(&path, &options, &rules).map(Some)
}

/// The command line with the settings of the file that it does not set itself.
pub fn completed(args: &[OsString], matches: &ArgMatches, config: &Config, program: &Command) -> Result<Vec<OsString>, Error> {
    let Some((name, given)) = matches.subcommand() else { return Ok(args.to_vec()) };
    let Some(command) = program.find_subcommand(name) else { return Ok(args.to_vec()) };
    let Some(at) = args.iter().skip(1).position(|arg| arg == name).map(|at| at + 2) else { return Ok(args.to_vec()) };
    let mut completed = args.to_vec();
    for setting in &config.settings {
        let Some(option) = command.get_arguments().find(|arg| arg.get_long() == Some(&setting.key)) else { continue };
        if given.value_source(option.get_id().as_str()) == Some(ValueSource::CommandLine) {
            continue;
        }
        let more = arguments(option, setting, &config.path);
        let with = |args: &[OsString]| [&args[..at], &more, &args[at..]].concat();
        if let Err(e) = program.clone().try_get_matches_from(with(args)) {
            let told = e.to_string();
            let cause = told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            return Err(Error::Input {
                path: config.path.clone(),
                line: Some(setting.line),
                cause: format!("sets {} to what it does not take: {cause}", setting.key),
                remedy: format!("muqabala {name} --help tells what it takes"),
            });
        }
        completed = with(&completed);
    }
    Ok(completed)
}

/// A setting as it would be given. Paths in a file are seen from the folder of the file.
fn arguments(option: &Arg, setting: &Setting, file: &Path) -> Vec<OsString> {
    if matches!(option.get_action(), ArgAction::SetTrue) {
        let is_on = setting.values.first().is_some_and(|v| v == "true");
        // Any other value is for clap to refuse.
        let odd = setting.values.first().filter(|v| *v != "true").map(|v| format!("--{}={v}", setting.key).into());
        return is_on.then(|| format!("--{}", setting.key).into()).into_iter().chain(odd).collect();
    }
    let is_path = option.get_value_parser().type_id() == TypeId::of::<PathBuf>();
    let folder = file.parent().unwrap_or(Path::new(""));
    let given = |value: &String| {
        let mut argument = OsString::from(format!("--{}=", setting.key));
        if is_path && value != "-" {
            argument.push(folder.join(value));
        } else {
            argument.push(value);
        }
        argument
    };
    setting.values.iter().map(given).collect()
}

/// The options of all commands.
fn options(program: &Command) -> Vec<&str> {
    let shown = program.get_subcommands().filter(|command| !command.is_hide_set());
    let mut options: Vec<&str> = shown.flat_map(Command::get_arguments).filter_map(Arg::get_long).filter(|o| !NEVER.contains(o)).collect();
    options.sort_unstable();
    options.dedup();
    options
}

/// The settings in force as a file of settings, with what is left as it is.
pub fn shown(config: Option<&Config>, program: &Command) -> String {
    let mut out = match config {
        Some(config) => format!("# {}\n", config.path.display()),
        None => "# There is no muqabala.toml here or in a folder above: everything is as it is by default.\n".to_owned(),
    };
    for name in options(program) {
        let set = config.and_then(|c| c.settings.iter().find(|s| s.key == name));
        let arg = program.get_subcommands().flat_map(Command::get_arguments).find(|arg| arg.get_long() == Some(name));
        let (Some(arg), is_list) = (arg, arg.is_some_and(|a| matches!(a.get_action(), ArgAction::Append))) else { continue };
        let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
        let values: Vec<String> = match set {
            Some(set) => set.values.clone(),
            None => {
                arg.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).filter(|v| !is_switch || v != "false").collect()
            }
        };
        let value = match values.as_slice() {
            _ if is_switch => (!values.is_empty()).to_string(),
            values if is_list => format!("[{}]", values.iter().map(|v| literal(v)).collect::<Vec<_>>().join(", ")),
            [value, ..] => literal(value),
            [] => String::new(),
        };
        // What is not set and has no default has no value to show.
        let mark = if set.is_some() { "" } else { "# " };
        let gap = if value.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{mark}{name} ={gap}{value}");
    }
    for set in config.map_or(&[][..], |c| &c.rules) {
        let _ = writeln!(out, "\n[rules.{}]", set.rule);
        if set.off {
            out.push_str("off = true\n");
        }
        if let Some(severity) = set.severity {
            let _ = writeln!(out, "severity = \"{severity}\"");
        }
        if let Some(least) = set.min_confidence {
            let _ = writeln!(out, "min-confidence = {least}");
        }
    }
    out
}

/// A value of TOML: a number as it is, all else as a text.
fn literal(value: &str) -> String {
    if value.parse::<f64>().is_ok() { value.to_owned() } else { format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")) }
}
