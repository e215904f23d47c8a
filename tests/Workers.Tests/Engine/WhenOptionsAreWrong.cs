using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Engine;
using Workers.Engine.Hosting;

namespace Workers.Tests.Engine;

public sealed class WhenOptionsAreWrong
{
    private readonly QueueConsumerOptions _options = new();
    private readonly HostOptions _host = new();
    private readonly QueueConsumerBuilder _consumer = new("Inventory", "inventory-queue", "Workers:Inventory", new ServiceCollection());

    public WhenOptionsAreWrong() => _consumer.Handles<Happened, FakeHandler>();

    [Fact]
    public void The_defaults_are_right() => Assert.Empty(Errors());

    [Fact]
    public void A_drain_shorter_than_a_poll_is_refused_with_what_would_come_of_it()
    {
        _options.DrainLimit = TimeSpan.FromSeconds(15);

        Assert.Equal(
            "Workers:Inventory:DrainLimit (00:00:15) must be at least the poll wait (00:00:20): "
            + "a poll still open when the drain ends would strand the messages SQS has just handed out.",
            Assert.Single(Errors()));
    }

    [Fact]
    public void A_drain_that_the_host_would_cut_short_is_refused()
    {
        _host.ShutdownTimeout = TimeSpan.FromSeconds(25);

        Assert.StartsWith(
            "Workers:Inventory:DrainLimit (00:00:25) must be less than the host's shutdown timeout (00:00:25)",
            Assert.Single(Errors()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_said_at_once()
    {
        _options.MaxInFlight = 0;
        _options.MaxInFlightBytes = 1024 * 1024;
        _options.MaxReceiveLoops = 101;
        _options.MaxAttempts = 0;
        _options.WaitTime = TimeSpan.FromSeconds(21);
        _options.ReceiveLinger = TimeSpan.FromSeconds(2);
        _options.DeleteLinger = TimeSpan.FromSeconds(-1);
        _options.LeaseMargin = TimeSpan.FromMinutes(2);
        _options.MaxHandlingTime = TimeSpan.FromHours(13);
        _options.BackoffBase = TimeSpan.Zero;
        _options.BackoffCap = TimeSpan.FromHours(13);
        _options.BreakerFailureRatio = 0;
        _options.BreakerMinimumThroughput = 1;
        _options.BreakerSamplingDuration = TimeSpan.Zero;
        _options.BreakerBreakDuration = TimeSpan.FromDays(1);
        _options.UnknownEvents = (UnknownEvents)7;

        var errors = Errors();

        Assert.Equal(16, errors.Count);
        Assert.All(errors, error => Assert.StartsWith("Workers:Inventory:", error, StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("Workers:Inventory:MaxInFlight (0) must be from 1 to 120000: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_poll_wait_that_is_not_whole_seconds_is_refused()
    {
        _options.WaitTime = TimeSpan.FromSeconds(1.5);

        Assert.Contains("whole seconds", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_handlers_of_one_name_are_refused()
    {
        _consumer.Handles<Happened>("FakeHandler", _ => new FakeHandler());

        Assert.StartsWith("2 handlers are named Inventory.FakeHandler", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_handlers_of_one_event_are_right()
    {
        _consumer.Handles<Happened>("OtherHandler", _ => new FakeHandler());

        Assert.Empty(Errors());
    }

    [Fact]
    public void A_consumer_whose_options_are_set_in_code_is_named_itself()
    {
        var consumer = new QueueConsumerBuilder("Inventory", "inventory-queue", section: null, new ServiceCollection());
        consumer.Handles<Happened, FakeHandler>();
        _options.MaxAttempts = 0;

        Assert.StartsWith("Inventory:MaxAttempts (0) must be", Assert.Single(Errors(consumer)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_consumer_without_handlers_is_refused()
    {
        var consumer = new QueueConsumerBuilder("Inventory", "inventory-queue", "Workers:Inventory", new ServiceCollection());

        Assert.Single(Errors(consumer));
    }

    [Fact]
    public void Options_of_another_consumer_are_its_own_matter() =>
        Assert.True(new QueueConsumerOptionsValidator(_consumer, Options.Create(_host)).Validate("Analytics", _options).Skipped);

    private List<string> Errors(QueueConsumerBuilder? consumer = null)
    {
        var validator = new QueueConsumerOptionsValidator(consumer ?? _consumer, Options.Create(_host));
        return [.. validator.Validate("Inventory", _options).Failures ?? []];
    }
}
