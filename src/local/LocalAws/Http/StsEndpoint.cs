namespace LocalAws.Http;

/// <summary>
/// STS's <c>GetCallerIdentity</c>, which tools ask first. It is the one call here in the older query protocol: a form, answered by XML.
/// </summary>
internal static class StsEndpoint
{
    public const string Operation = "GetCallerIdentity";

    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static async Task AnswerAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        var action = await ActionAsync(context.Request, context.RequestAborted);
        if (action != Operation)
        {
            context.Response.StatusCode = 400;
        }

        context.Response.ContentType = "text/xml";
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        await context.Response.WriteAsync(action == Operation ? Identity(requestId) : Unknown(requestId), context.RequestAborted);
    }

    private static async Task<string?> ActionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await request.ReadFormAsync(cancellationToken))["Action"];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Identity(string requestId) => $"""
        <GetCallerIdentityResponse xmlns="{Namespace}">
          <GetCallerIdentityResult>
            <Arn>arn:aws:iam::{AwsRequest.Account}:root</Arn>
            <UserId>{AwsRequest.Account}</UserId>
            <Account>{AwsRequest.Account}</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata><RequestId>{requestId}</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """;

    private static string Unknown(string requestId) => $"""
        <ErrorResponse xmlns="{Namespace}">
          <Error>
            <Type>Sender</Type>
            <Code>InvalidAction</Code>
            <Message>Of the query protocol, LocalAws speaks STS's {Operation} alone; the services take AWS JSON.</Message>
          </Error>
          <RequestId>{requestId}</RequestId>
        </ErrorResponse>
        """;
}
