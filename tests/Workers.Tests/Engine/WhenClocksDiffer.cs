using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws;
using Workers.Engine.Hosting;
using Workers.Engine.Timing;

namespace Workers.Tests.Engine;

public sealed class WhenClocksDiffer
{
    private readonly FakeTime _time = new();
    private readonly RecordingLogger _log = new();
    private readonly ClockWatch _clock;

    public WhenClocksDiffer() => _clock = new(TimeSpan.FromSeconds(5), _time, _log);

    [Theory]
    [InlineData(-60, "60", "ahead of")]
    [InlineData(40 * 86_400, "40.00:00:00", "behind")]
    public void A_consumer_does_not_start_and_says_why(int theirs, string skew, string direction)
    {
        SqsSays(theirs);

        var refusal = Assert.Throws<QueueNotUsableException>(_clock.EnsureInTime);

        Assert.Contains($" {direction} SQS's; ClockTolerance is 00:00:05", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(direction == "behind" ? skew : "00:00:59", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(0)]
    [InlineData(5)]
    public void Within_the_tolerance_and_the_second_that_a_date_stands_for_it_starts(int theirs)
    {
        SqsSays(theirs);

        _clock.EnsureInTime();
    }

    [Fact]
    public void One_response_that_was_long_on_its_way_is_no_reason()
    {
        SqsSays(-60);
        SqsSays(0);

        _clock.EnsureInTime();
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    public void A_server_that_tells_no_time_is_believed(string? date)
    {
        _clock.Responded(date);

        _clock.EnsureInTime();
    }

    [Fact]
    public void A_consumer_that_runs_warns_at_the_third_in_a_row_and_every_ten_minutes()
    {
        SqsSays(-60);
        SqsSays(-60);
        Assert.Empty(_log.Lines);

        SqsSays(-60);
        SqsSays(-60);
        Assert.Single(_log.Lines);

        _time.Advance(TimeSpan.FromMinutes(10));
        SqsSays(-60);
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public async Task The_official_client_tells_what_SQS_says()
    {
        await using var aws = await LocalAwsServer.StartAsync();
        using var sqs = new AmazonSQSClient(
            new BasicAWSCredentials("local", "local"), new AmazonSQSConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
        _clock.Watch(sqs);

        await sqs.ListQueuesAsync(new ListQueuesRequest(), TestContext.Current.CancellationToken);

        Assert.Throws<QueueNotUsableException>(_clock.EnsureInTime);   // the spec's clock stands in January
    }

    private void SqsSays(int seconds) =>
        _clock.Responded((_time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("r", System.Globalization.CultureInfo.InvariantCulture));
}
