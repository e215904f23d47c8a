using LocalAws.Http;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.Http;

public sealed class WhenABodyIsRead
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task It_is_whole_whether_or_not_its_length_was_told(int length)
    {
        var sent = new byte[length];
        new Random(length).NextBytes(sent);

        using var told = await RequestBody.ReadAsync(RequestOf(sent, length), TestContext.Current.CancellationToken);
        using var untold = await RequestBody.ReadAsync(RequestOf(sent, null), TestContext.Current.CancellationToken);

        Assert.Equal(sent, told.Bytes.ToArray());
        Assert.Equal(sent, untold.Bytes.ToArray());
    }

    [Fact]
    public async Task A_length_that_is_only_claimed_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var body = await RequestBody.ReadAsync(RequestOf([1, 2, 3], RequestBody.LargestBytes), TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static HttpRequest RequestOf(byte[] sent, long? claimedLength)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(sent);
        request.ContentLength = claimedLength;
        return request;
    }
}
