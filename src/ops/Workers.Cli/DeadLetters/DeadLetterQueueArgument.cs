using System.CommandLine;
using Workers.Contracts;

namespace Workers.Cli.DeadLetters;

/// <summary>A dead-letter queue, named by itself or by the queue that it belongs to; without the prefix.</summary>
internal sealed class DeadLetterQueueArgument : Argument<string>
{
    public DeadLetterQueueArgument()
        : base("QUEUE")
    {
        Description = "A dead-letter queue, or the queue whose dead letters are meant; without the prefix.";
        this.AcceptOnlyFromAmong([.. Topology.Queues.Select(queue => queue.Name)]);
    }

    /// <summary>The dead-letter queue's unprefixed name.</summary>
    public string Read(ParseResult arguments)
    {
        var name = arguments.GetValue(this)!;
        return Topology.Queues.Single(queue => queue.Name == name).Redrive?.DeadLetterQueue ?? name;
    }
}
