using Microsoft.Extensions.Options;
using Serilog.Debugging;

namespace Workers.Defaults.Logging;

/// <summary>
/// What is wrong with the <c>Serilog</c> section. Serilog passes over a sink that it does not know, and tells only its self-log: a host
/// would run without a log. Here it does not start.
/// </summary>
internal sealed class LoggingProblems : IValidateOptions<HostSettings>
{
    // Serilog's self-log is the process's; whoever configures a logger does so on one thread.
    [ThreadStatic]
    private static LoggingProblems? Noting;

    private readonly List<string> _problems = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _problems.Count > 0;

    /// <summary>Notes what is wrong beside what Serilog says.</summary>
    public void Add(string problem) => _problems.Add(problem);

    /// <summary>Configures a logger, and notes what Serilog says of it.</summary>
    public void Note(Action configure)
    {
        SelfLog.Enable(Tell);
        Noting = this;
        try
        {
            configure();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IOException or TypeLoadException)
        {
            _problems.Add(exception.Message);
        }
        finally
        {
            Noting = null;
        }
    }

    public ValidateOptionsResult Validate(string? name, HostSettings options) => Any
        ? ValidateOptionsResult.Fail(_problems.Select(problem => $"The Serilog section cannot be used, so nothing would be logged: {problem}"))
        : ValidateOptionsResult.Success;

    // "2026-01-15T10:00:00.0000000Z Unable to find a method called Fille. Candidate methods are: …", and all that follows on further lines.
    private static void Tell(string message)
    {
        if (Noting is null)
        {
            Console.Error.WriteLine(message);
            return;
        }

        var text = message[(message.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var end = text.IndexOf(" Candidate methods", StringComparison.Ordinal);
        Noting._problems.Add((end < 0 ? text : text[..end]).Split('\n')[0].Trim());
    }
}
