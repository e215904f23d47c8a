using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Workers.Notification.Channels;

/// <summary>What a failed conversation with a mail server means: an outage, or a no to this one mail.</summary>
internal static class SmtpFailures
{
    // Of a recipient or a mail they are said as well, and mean the conversation: unknown or disordered commands, no mail here, log in first.
    private static readonly int[] AboutUs = [502, 503, 521, 530, 534, 535, 538];

    /// <summary>The server's final no to this recipient or these words. A no to our address or our log-in is none: it is for every mail.</summary>
    public static bool IsRefusal(Exception failure) =>
        failure is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } answer
        && (int)answer.StatusCode >= 500
        && !AboutUs.Contains((int)answer.StatusCode);

    /// <summary>Whether the server, or the way to it, failed.</summary>
    public static bool IsOutage(Exception failure) =>
        failure is SocketException or IOException or TimeoutException or NotSupportedException or CommandException or ProtocolException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or AuthenticationException or SslHandshakeException or System.Security.Authentication.AuthenticationException;

    /// <summary>The failure in words of ours: the server's often repeat the address.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } answer =>
            $"the mail server refuses our own address with {(int)answer.StatusCode}; mail waits until From is one that it takes",
        SmtpCommandException answer => $"the mail server answers {(int)answer.StatusCode} ({answer.ErrorCode})",
        AuthenticationException or ServiceNotAuthenticatedException =>
            "the mail server refuses our log-in; mail waits until UserName and Password are ones that it takes",
        NotSupportedException => "the mail server lacks the encryption or the log-in that is asked of it; mail waits until Tls or UserName says otherwise",
        SslHandshakeException or System.Security.Authentication.AuthenticationException =>
            "no encryption could be agreed on with the mail server: its certificate, or its port",
        SocketException socket => $"no connection to the mail server: {socket.SocketErrorCode}",
        _ => $"the connection to the mail server broke ({failure.GetType().Name})",
    };
}
