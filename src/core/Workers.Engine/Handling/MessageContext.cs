using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Settling;
using Workers.Events.Reading;

namespace Workers.Engine.Handling;

/// <summary>One receive of one message on its way through the engine: what each step of the pipeline knows of it.</summary>
public sealed class MessageContext
{
    private readonly MessageLease _lease;
    private readonly IServiceProvider _root;
    private readonly TaskCompletionSource<bool> _copied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AsyncServiceScope? _services;
    private ReceivedEvent? _event;

    internal MessageContext(MessageLease lease, IServiceProvider services, string queue, ILogger logger)
    {
        (_lease, _root) = (lease, services);
        Scope = logger.IsEnabled(LogLevel.Critical) ? new MessageScope(queue, lease.Message) : null;
    }

    /// <summary>SQS's id of the message.</summary>
    public string MessageId => Message.MessageId;

    /// <summary>How often SQS handed the message out, this time included. Not a count of failures.</summary>
    public int ReceiveCount => Message.ReceiveCount;

    /// <summary>When SQS first handed the message out.</summary>
    public DateTimeOffset FirstReceivedAt => Message.FirstReceivedAt;

    /// <summary>When the message came into the queue.</summary>
    public DateTimeOffset SentAt => Message.SentAt;

    /// <summary>The message's group (<c>MessageGroupId</c>): its order on a FIFO queue, its tenant on a fair one; null where it has none.</summary>
    public string? GroupId => Message.GroupId;

    /// <summary>Our right to handle the message.</summary>
    public IMessageLease Lease => _lease;

    /// <summary>
    /// Cancelled when the message's lease is lost, when handling took longer than allowed, or when the drain is over; never when the
    /// host merely begins to stop.
    /// </summary>
    public CancellationToken CancellationToken => _lease.Token;

    /// <summary>The event that the message carries.</summary>
    /// <exception cref="InvalidOperationException">It is not read yet; to every step that a consumer adds, it is.</exception>
    public ReceivedEvent Event
    {
        get => _event ?? throw new InvalidOperationException("The message's event is not read yet.");
        internal set
        {
            _event = value;
            Scope?.Event = value;
        }
    }

    /// <summary>Services of this message alone: a scope that begins when it is first asked for and ends with the message's handling.</summary>
    public IServiceProvider Services => (_services ??= _root.CreateAsyncScope()).ServiceProvider;

    internal ReceivedMessage Message => _lease.Message;

    /// <summary>Why the handler's token is cancelled, if it is.</summary>
    internal Interruption Interruption => _lease.Interruption;

    /// <summary>What the message's log lines carry; null where nobody logs.</summary>
    internal MessageScope? Scope { get; }

    /// <summary>The first handler that failed or rejected the message, by its name; null where none did.</summary>
    internal string? Culprit { get; set; }

    /// <summary>The event's idempotency key, where the body could be read that far.</summary>
    internal string? EventId => _event?.Metadata.EventId;

    /// <summary>How long the message had been here when its handling ended.</summary>
    internal TimeSpan Age { get; set; }

    /// <summary>What is done about the message; null while that is not known.</summary>
    internal Settlement? Settlement { get; set; }

    /// <summary>The copy that goes to the dead-letter queue, once one is made.</summary>
    internal DeadLetter? Letter { get; set; }

    /// <summary>Whether the queue that was to take a copy of the message has taken it.</summary>
    internal Task<bool> Copied => _copied.Task;

    /// <summary>For how long the message may be hidden from now on, by SQS's limit.</summary>
    internal TimeSpan LongestVisibility => _lease.LongestVisibility;

    /// <summary>Tells whether the queue that was to take a copy of the message has taken it; the first time counts.</summary>
    internal void TellCopied(bool isTaken) => _copied.TrySetResult(isTaken);

    /// <summary>Disposes the message's own services, if somebody asked for any.</summary>
    internal ValueTask DisposeServicesAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;
}
