using LocalAws.Faults;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.Producer;

public sealed class WhenAnAnswerOfAwsIsLost : IAsyncLifetime
{
    private static readonly object Restock = new { quantity = 1 };

    private readonly ProducerHost _producer = new() { PublishesToAws = true };

    public ValueTask InitializeAsync() => _producer.InitializeAsync();

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task The_outcome_is_told_as_unknown_with_how_to_repeat_safely_and_a_warning_says_why()
    {
        _producer.Aws.Faults.Set(1, new FaultRule("events.PutEvents", FaultKind.DropAfter));

        var (status, problem) = await _producer.PostAsync("/inventory/P/restock", Restock);

        Assert.Equal(503, status);
        Assert.StartsWith("Whether the event was published is not known. Repeat", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Contains(
            _producer.Log.Of(LogLevel.Warning),
            line => line.Contains("is answered with 503: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeat_under_its_key_is_taken_at_once_and_another_body_is_not()
    {
        _producer.Aws.Faults.Set(1, new FaultRule("events.PutEvents", FaultKind.DropAfter));
        await _producer.PostAsync("/inventory/P/restock", Restock, "key");
        _producer.Aws.Faults.Clear();

        Assert.Equal(422, (await _producer.PostAsync("/inventory/P/restock", new { quantity = 2 }, "key")).Status);
        Assert.Equal(202, (await _producer.PostAsync("/inventory/P/restock", Restock, "key")).Status);
    }

    [Fact]
    public async Task A_lease_whose_answer_was_lost_is_known_for_one_s_own()
    {
        _producer.Aws.Faults.Set(1, new FaultRule("dynamodb.UpdateItem", FaultKind.DropAfter) { Times = 1 });

        Assert.Equal(202, (await _producer.PostAsync("/inventory/P/restock", Restock, "key-of-lease")).Status);
    }

    [Fact]
    public async Task Nothing_is_published_where_a_key_cannot_be_looked_up()
    {
        _producer.Aws.Faults.Set(1, new FaultRule("dynamodb.UpdateItem", FaultKind.InternalError));
        var published = _producer.Aws.Calls.GetValueOrDefault("events.PutEvents");

        using var response = await _producer.SendAsync(HttpMethod.Post, "/inventory/P/restock", Restock, "key-down");

        Assert.Equal(503, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("Nothing was published", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(published, _producer.Aws.Calls.GetValueOrDefault("events.PutEvents"));
    }

    [Fact]
    public async Task An_answer_that_could_not_be_noted_is_given_all_the_same()
    {
        _producer.Aws.Faults.Set(1, new FaultRule("dynamodb.UpdateItem", FaultKind.InternalError) { Containing = "Completed" });

        Assert.Equal(202, (await _producer.PostAsync("/inventory/P/restock", Restock, "key-not-noted")).Status);
    }
}
