using LocalAws.Http;

namespace LocalAws.Tests.Http;

public sealed class WhenAnAnswerIsChecked : HttpSpec
{
    [Fact]
    public void The_checksum_is_the_one_of_IEEE_802_3()
    {
        Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
        Assert.Equal(0u, Crc32.Of([]));
    }

    [Fact]
    public async Task DynamoDB_s_answers_carry_it_errors_too()
    {
        using var response = await CallAsync("DynamoDB_20120810.DescribeTable", """{"TableName":"nowhere"}""");

        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal($"{Crc32.Of(body)}", response.Headers.GetValues("x-amz-crc32").Single());
    }

    [Fact]
    public async Task Other_services_answers_do_not()
    {
        using var response = await CallAsync("AmazonSQS.ListQueues", "{}");

        Assert.False(response.Headers.Contains("x-amz-crc32"));
    }
}
