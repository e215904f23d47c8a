namespace Workers.Tests.Producer;

public sealed class WhenTheBusIsDown(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Fact]
    public async Task Callers_hear_503_and_after_a_few_failures_hear_it_without_a_call()
    {
        producer.Bus.IsDown = true;

        for (var i = 0; i < 10; i++)
        {
            using var response = await producer.Http.PostAsync(
                "/inventory/P/restock",
                new StringContent("""{"quantity":1}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
                TestContext.Current.CancellationToken);

            Assert.Equal(503, (int)response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(5, producer.Bus.Calls);
        Assert.Empty(producer.Bus.Taken);
    }

    [Theory]
    [InlineData(false, "Nothing was published.")]
    [InlineData(true, "Whether the event was published is not known. Repeat the request with the same Idempotency-Key")]
    public async Task A_lost_answer_is_told_apart_from_a_no(bool losesAnswers, string advice)
    {
        await using var producer = new ProducerHost();
        await producer.InitializeAsync();
        producer.Bus.IsDown = true;
        producer.Bus.LosesAnswers = losesAnswers;

        var (status, body) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 });

        Assert.Equal(503, status);
        Assert.StartsWith(advice, (string)body["detail"]!, StringComparison.Ordinal);
    }
}
