using System.CommandLine;
using Workers.Contracts;

namespace Workers.Cli.DeadLetters;

/// <summary>A dead-letter queue, named by itself or by the queue that it belongs to; without the prefix.</summary>
internal sealed class DeadLetterQueueArgument : Argument<string?>
{
    /// <param name="isOptional">Whether it may be left out, where all dead-letter queues are meant.</param>
    public DeadLetterQueueArgument(bool isOptional = false)
        : base("QUEUE")
    {
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne;
        Description = "A dead-letter queue, or the queue whose dead letters are meant; without the prefix."
            + (isOptional ? " All of them unless given." : "");
        this.AcceptOnlyFromAmong([.. Topology.Queues.Select(queue => queue.Name)]);
    }

    /// <summary>Every dead-letter queue's unprefixed name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Topology.Queues.Where(queue => queue.Redrive is null).Select(queue => queue.Name)];

    /// <summary>The dead-letter queue of a name that the argument takes; null for a name that it does not take.</summary>
    public static string? Find(string name) =>
        Topology.Queues.FirstOrDefault(queue => queue.Name == name) is { } found ? found.Redrive?.DeadLetterQueue ?? name : null;

    /// <summary>The dead-letter queue's unprefixed name; null where it was left out.</summary>
    public string? Read(ParseResult arguments) => arguments.GetValue(this) is { } name ? Find(name) : null;
}
