using System.Globalization;
using LocalAws.Faults;
using Microsoft.Extensions.ObjectPool;

namespace LocalAws.Http;

/// <summary>
/// Speaks the AWS JSON protocol. A client that goes away does not cancel what it asked for, as on AWS: its long poll may still
/// take messages, its write still happens.
/// </summary>
/// <param name="table">Where targets lead to.</param>
/// <param name="faults">What is to go wrong.</param>
/// <param name="time">The clock of faults that take time.</param>
/// <param name="stopping">Ends operations that wait, when the server stops.</param>
internal sealed class JsonEndpoint(OperationTable table, LocalAwsFaults faults, TimeProvider time, CancellationToken stopping)
{
    private readonly ObjectPool<ResponseBuffer> _buffers =
        new DefaultObjectPool<ResponseBuffer>(new ResponseBufferPolicy(), maximumRetained: 256);

    private readonly FaultyOperation _faulty = new(time);

    public async Task AnswerAsync(HttpContext context)
    {
        var buffer = _buffers.Get();
        try
        {
            await RunAsync(context, buffer);
            await context.Response.BodyWriter.WriteAsync(buffer.Finish());
        }
        catch (ConnectionDroppedException)
        {
            context.Abort();
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    private async ValueTask RunAsync(HttpContext context, ResponseBuffer buffer)
    {
        var (request, response) = (context.Request, context.Response);
        string? target = request.Headers["X-Amz-Target"];
        IAwsService? service = null;
        try
        {
            var route = table.Find(target);
            route.Count();
            service = route.Service;
            using var body = await RequestBody.ReadAsync(request, context.RequestAborted);
            var described = Describe(request, body, faults.For(route.Name, body.Bytes.Span));
            await (described.Faults is { } armed
                ? _faulty.RunAsync(route, described, armed, buffer.Writer, stopping)
                : route.Operation(described, buffer.Writer, stopping));
        }
        catch (AwsException exception)
        {
            Refuse(context, buffer, exception);
        }
        catch (BadHttpRequestException exception)
        {
            Refuse(context, buffer, new AwsException("BadRequestException", exception.Message, exception.StatusCode));
        }
        catch (OperationCanceledException)
        {
            Refuse(context, buffer, new AwsException("ServiceUnavailable", "LocalAws is stopping.", 503));
        }
        catch (Exception exception) when (exception is not ConnectionDroppedException)
        {
            // A defect of ours reaches the client under AWS's name for one, not as a dropped connection.
            Refuse(context, buffer, new AwsException("InternalFailure", $"A defect of LocalAws: {exception}", 500));
        }

        WriteHeaders(response, service ?? table.ServiceOf(target), buffer.Finish().Span);
    }

    private static AwsRequest Describe(HttpRequest request, RequestBody body, RequestFaults? faults) =>
        new(CredentialScope.Region(request.Headers.Authorization), $"{request.Scheme}://{request.Host}", body.Bytes)
        {
            TraceHeader = request.Headers["X-Amzn-Trace-Id"],
            Faults = faults,
        };

    private void Refuse(HttpContext context, ResponseBuffer buffer, AwsException exception)
    {
        var (request, response) = (context.Request, context.Response);
        buffer.Clear();
        ErrorBody.Write(buffer.Writer, exception, table.ServiceOf(request.Headers["X-Amz-Target"])?.FrontNamespace);
        response.StatusCode = exception.StatusCode;
        if (exception.QueryCode is { } code && request.Headers["x-amzn-query-mode"] == "true")
        {
            response.Headers["x-amzn-query-error"] = $"{code};{(exception.StatusCode < 500 ? "Sender" : "Receiver")}";
        }
    }

    private static void WriteHeaders(HttpResponse response, IAwsService? service, ReadOnlySpan<byte> body)
    {
        response.ContentType = service?.JsonVersion == "1.1" ? "application/x-amz-json-1.1" : "application/x-amz-json-1.0";
        response.ContentLength = body.Length;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (service?.TargetPrefix.StartsWith("DynamoDB", StringComparison.Ordinal) == true)
        {
            response.Headers["x-amz-crc32"] = Crc32.Of(body).ToString(CultureInfo.InvariantCulture);
        }
    }
}
