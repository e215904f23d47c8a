using Microsoft.AspNetCore.Http;
using Workers.Producer.Following;

namespace Workers.Tests.Producer;

public sealed class WhenAPreferenceIsRead
{
    [Theory]
    [InlineData("wait=10", 10)]
    [InlineData("respond-async, WAIT = \"5\"; x=1", 5)]
    [InlineData("wait=31", 30)]
    [InlineData("wait=4294967295", 30)]
    [InlineData("wait=2, wait=9", 2)]
    [InlineData("wait", null)]
    [InlineData("wait=0", null)]
    [InlineData("wait=-1", null)]
    [InlineData("wait=soon", null)]
    [InlineData("wait=1.5", null)]
    [InlineData("waiting=3", null)]
    public void It_says_so_as_RFC_7240_has_it_and_what_is_none_is_ignored(string header, int? seconds)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["Prefer"] = header;

        Assert.Equal(seconds, (int?)WaitPreference.Of(request)?.TotalSeconds);
    }
}
