using System.CommandLine;
using Workers.Cli.Timing;
using Workers.Operations.DeadLetters;

namespace Workers.Cli.DeadLetters;

/// <summary>The options that say which dead letters are meant.</summary>
internal sealed class FilterOptions
{
    // SQS keeps a message for 14 days at most; one more forgives a clock.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    private readonly Option<string?> _reason = new("--reason") { Description = "Whose reason contains this text." };
    private readonly Option<string?> _exceptionType = new("--exception-type") { Description = "Whose exception's name contains this text." };
    private readonly Option<string?> _eventId = new("--event-id") { Description = "Of this event." };
    private readonly Option<string?> _messageId = new("--message-id") { Description = "Whose SQS message id begins so." };
    private readonly Option<string?> _group = new("--group") { Description = "Of this group, as `dlq groups` names it." };
    private readonly Option<string?> _text = new("--text") { Description = "Whose body contains this text." };
    private readonly Option<TimeSpan?> _olderThan = Age("--older-than", "In the queue for at least so long.");
    private readonly Option<TimeSpan?> _newerThan = Age("--newer-than", "In the queue for at most so long.");

    private Option[] All => [_reason, _exceptionType, _eventId, _messageId, _group, _text, _olderThan, _newerThan];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the command line says which are meant; else all are.</summary>
    public bool AreGiven(ParseResult arguments) => All.Any(option => arguments.GetResult(option) is { Implicit: false });

    public LetterFilter Read(ParseResult arguments) => new()
    {
        Reason = arguments.GetValue(_reason),
        ExceptionType = arguments.GetValue(_exceptionType),
        EventId = arguments.GetValue(_eventId),
        MessageId = arguments.GetValue(_messageId),
        Group = arguments.GetValue(_group),
        Text = arguments.GetValue(_text),
        OlderThan = arguments.GetValue(_olderThan),
        NewerThan = arguments.GetValue(_newerThan),
    };

    private static Option<TimeSpan?> Age(string name, string description) =>
        Duration.Option(name, description, TimeSpan.FromMilliseconds(1), Longest);
}
