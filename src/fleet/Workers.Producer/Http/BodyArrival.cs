using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Workers.Producer.Http;

/// <summary>Waits until a request's body is there, before the request takes a place among those that are answered.</summary>
internal sealed class BodyArrival(RequestDelegate next, BodyBudget budget, IOptions<RequestLimitOptions> options, TimeProvider time)
{
    private const int ChunkBytes = 16 * 1024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            await next(context);
            return;
        }

        using var body = new MemoryStream();
        try
        {
            await ReadAsync(context, body);
            context.Request.Body = body;
            await next(context);
        }
        finally
        {
            budget.Give(body.Length);
        }
    }

    private async Task ReadAsync(HttpContext context, MemoryStream body)
    {
        using var deadline = new CancellationTokenSource(options.Value.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.RequestAborted);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            while (await context.Request.Body.ReadAsync(chunk, either.Token) is > 0 and var read)
            {
                Keep(body, chunk.AsSpan(0, read));
            }

            body.Position = 0;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException(
                $"The body did not arrive within {options.Value.BodyTimeout.TotalSeconds:0.#} seconds.", StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private void Keep(MemoryStream body, ReadOnlySpan<byte> chunk)
    {
        if (!budget.TryTake(chunk.Length))
        {
            throw new ProblemException(
                StatusCodes.Status429TooManyRequests, "Too much is being sent at once.", "Nothing was published. Try again later.")
            {
                RetryAfter = RetryAfter,
            };
        }

        body.Write(chunk);
    }
}
