/** What an error event of a worker may say. */
type Fault = { readonly message?: string | undefined };

/**
 * Why a worker has ended, in the language of the page. Its error event says nothing where the file of the worker did not
 * arrive, and some browsers say nothing when memory runs out.
 */
export function workerFault({ message }: Fault): string {
  return isChinese()
    ? `后台任务中断（${message || '内存不足，或与服务器的连接断开'}）`
    : `the background task stopped (${message || 'too little memory, or no connection to the server'})`;
}

/** The same for a worker that no step of the user starts anew, with the cure. */
export function lastingFault(fault: Fault): string {
  return `${workerFault(fault)}${isChinese() ? '，请重新载入页面' : '. Load the page again'}`;
}

function isChinese(): boolean {
  return globalThis.document?.documentElement.lang.startsWith('zh') ?? false;
}
