using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Engine.Leasing;
using Workers.Engine.Receiving;
using Workers.Events;

namespace Workers.Engine.Hosting;

/// <summary>Refuses options under which a consumer would do harm; says all that is wrong at once, and what would come of it.</summary>
internal sealed class QueueConsumerOptionsValidator(QueueConsumerBuilder consumer, IOptions<HostOptions> host)
    : IValidateOptions<QueueConsumerOptions>
{
    private readonly string _section = consumer.Section ?? consumer.Name;

    public ValidateOptionsResult Validate(string? name, QueueConsumerOptions options)
    {
        if (name != consumer.Name)
        {
            return ValidateOptionsResult.Skip;
        }

        var errors = Ranges(options).Concat(DrainTimes(options)).Concat(Handlers()).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Ranges(QueueConsumerOptions options) => new[]
    {
        Within(nameof(options.MaxInFlight), options.MaxInFlight, 1, 120_000, "with none nothing is consumed, and SQS lets no more be in flight"),
        Within(nameof(options.MaxInFlightBytes), options.MaxInFlightBytes, InFlight.LargestMessage, long.MaxValue, "not even one message of SQS's largest size would fit"),
        Within(nameof(options.MaxReceiveLoops), options.MaxReceiveLoops, 1, 100, "with none nothing is received, and each needs a connection"),
        Within(nameof(options.MaxAttempts), options.MaxAttempts, 1, 1000, "SQS dead-letters by itself after 1,000 receives at most"),
        Within(nameof(options.WaitTime), options.WaitTime, Seconds(1), Seconds(20), "an idle queue would be asked without pause, and SQS waits no longer"),
        Within(nameof(options.ReceiveLinger), options.ReceiveLinger, TimeSpan.Zero, Seconds(1), "messages would wait in the queue for room that is there"),
        Within(nameof(options.DeleteLinger), options.DeleteLinger, TimeSpan.Zero, Seconds(1), "handled messages could reappear before they are deleted"),
        Within(nameof(options.LeaseMargin), options.LeaseMargin, TimeSpan.Zero, Seconds(60), "leases would be given up long before they end"),
        Within(nameof(options.MaxHandlingTime), options.MaxHandlingTime, Seconds(1), LeaseTerms.LongestVisibility, "SQS keeps no message invisible for longer than 12 hours"),
        Within(nameof(options.BackoffBase), options.BackoffBase, Seconds(1), options.BackoffCap, "a failed message would be back before its cause can pass, or later than BackoffCap says"),
        Within(nameof(options.BackoffCap), options.BackoffCap, options.BackoffBase, LeaseTerms.LongestVisibility, "SQS keeps no message invisible for longer than 12 hours"),
        Within(nameof(options.BreakerFailureRatio), options.BreakerFailureRatio, 0.01, 1, "receiving would pause without a failure, or never"),
        Within(nameof(options.BreakerMinimumThroughput), options.BreakerMinimumThroughput, 2, int.MaxValue, "one failed message would pause receiving"),
        Within(nameof(options.BreakerSamplingDuration), options.BreakerSamplingDuration, Seconds(1), TimeSpan.FromHours(1), "too little would be seen to judge by, or what is long over"),
        Within(nameof(options.BreakerBreakDuration), options.BreakerBreakDuration, Seconds(1), TimeSpan.FromHours(1), "an outage would be tried without pause, or its end be noticed too late"),
        Within(nameof(options.ClockTolerance), options.ClockTolerance, Seconds(1), TimeSpan.FromMinutes(5), "SQS tells its time in whole seconds, and times of two machines would be compared that say nothing of each other"),
        Enum.IsDefined(options.UnknownEvents) ? null : $"{_section}:UnknownEvents ({options.UnknownEvents}) must be Reject or Ignore.",
        options.WaitTime.Ticks % TimeSpan.TicksPerSecond == 0 ? null : $"{_section}:WaitTime ({options.WaitTime}) must be whole seconds: SQS counts in them.",
    }.OfType<string>();

    private IEnumerable<string> DrainTimes(QueueConsumerOptions options)
    {
        if (options.DrainLimit < options.WaitTime)
        {
            yield return $"{_section}:DrainLimit ({options.DrainLimit}) must be at least the poll wait ({options.WaitTime}): "
                + "a poll still open when the drain ends would strand the messages SQS has just handed out.";
        }

        var shutdown = host.Value.ShutdownTimeout;
        if (options.DrainLimit >= shutdown)
        {
            yield return $"{_section}:DrainLimit ({options.DrainLimit}) must be less than the host's shutdown timeout ({shutdown}): "
                + "the host would end while messages are being shown again, and they would stay invisible.";
        }
    }

    private IEnumerable<string> Handlers()
    {
        if (consumer.Handlers.Count == 0)
        {
            yield return $"{consumer.Name} has no handler: every message of {consumer.Queue} would be unknown.";
        }

        if (consumer.Handlers.Any(handler => handler.EventType == typeof(AnyEvent))
            && consumer.Handlers.FirstOrDefault(handler => handler.EventType != typeof(AnyEvent)) is { } typed)
        {
            yield return $"{typed.HandlerName} would never be called: another handler of {consumer.Name} takes AnyEvent, so every event is read as one.";
        }

        foreach (var twice in consumer.Handlers.GroupBy(handler => handler.HandlerName).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Count()} handlers are named {twice.Key}: they would share idempotency keys, and one would skip what the other has handled.";
        }
    }

    private string? Within<T>(string option, T value, T least, T most, string consequence)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{_section}:{option} ({value}) must be from {least} to {most}: {consequence}.");

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
