using System.Net;
using System.Xml.Linq;

namespace LocalAws.Tests.Http;

public sealed class WhenAToolAsksWhoItIs : HttpSpec
{
    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    [Fact]
    public async Task It_is_the_one_account()
    {
        using var form = Form("GetCallerIdentity");

        using var response = await PostAsync("/", form);

        var answer = XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("000000000000", answer.Descendants(Sts + "Account").Single().Value);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Any_other_action_is_refused_in_XML()
    {
        using var form = Form("AssumeRole");

        using var response = await PostAsync("/", form);

        var answer = XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidAction", answer.Descendants(Sts + "Code").Single().Value);
    }

    private static FormUrlEncodedContent Form(string action) =>
        new(new Dictionary<string, string> { ["Action"] = action, ["Version"] = "2011-06-15" });
}
