using System.CommandLine;
using System.Text.RegularExpressions;

namespace Workers.Cli.DeadLetters;

/// <summary>Which letters to show: a queue, the beginning of a message id, or both, in this order.</summary>
internal sealed partial class LetterArgument : Argument<string[]>
{
    public LetterArgument()
        : base("QUEUE|ID")
    {
        Arity = new ArgumentArity(1, 2);
        Description = "A queue as `dlq list` takes it, the beginning of a message id, or both. With an id alone every dead-letter queue is searched.";
        Validators.Add(result =>
        {
            foreach (var (index, token) in result.Tokens.Index())
            {
                if (DeadLetterQueueArgument.Find(token.Value) is null ? !MessageId.IsMatch(token.Value) : index > 0)
                {
                    result.AddError(
                        $"{token.Value} is no queue of the fleet, nor the beginning of a message id (4 to 36 of 0-9, a-f and -): "
                        + $"write QUEUE, ID or QUEUE ID. Queues: {string.Join(", ", DeadLetterQueueArgument.All)}.");
                }
            }

            if (result.Tokens is [var first, _] && DeadLetterQueueArgument.Find(first.Value) is null)
            {
                result.AddError($"{first.Value} is no queue of the fleet: with two values the first is the queue and the second the message id.");
            }
        });
    }

    /// <summary>The queue, if one was named, and the id, if there was one.</summary>
    public (string? Queue, string? MessageId) Read(ParseResult arguments)
    {
        var given = arguments.GetValue(this) ?? [];
        var queue = DeadLetterQueueArgument.Find(given[0]);
        return (queue, queue is null ? given[0] : given.ElementAtOrDefault(1));
    }

    [GeneratedRegex("^[0-9a-f-]{4,36}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MessageId { get; }
}
